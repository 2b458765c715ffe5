import type { DecodedSlice } from '../pixels/slice';

/** A kind of plain picture that counts as a study of one image. */
export interface PictureFormat {
  readonly name: string;
  /** Stands in for the transfer syntax. */
  readonly mediaType: string;
  readonly lossy: boolean;
  recognise(opening: Buffer): boolean;
  /** @throws FileFault or Error where the header is damaged */
  size(bytes: Buffer): { rows: number; columns: number };
  /** @throws FileFault or Error where it cannot be decoded */
  decode(bytes: Buffer): Promise<PictureSamples>;
}

export interface PictureSamples {
  readonly samples: 1 | 3;
  readonly pixels: DecodedSlice['pixels'];
}
