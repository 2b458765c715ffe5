import type { ImagePixel } from '../pixels/image-pixel';

/** What a compressed stream says of itself. */
export interface StreamSize {
  readonly rows: number;
  readonly columns: number;
  readonly components: number;
  readonly precision: number;
}

/**
 * Checks a stream against the header of its file before memory is set aside for it.
 * @throws Error where they differ, or where the samples do not fit
 */
export function checkExpected(stream: StreamSize, image: ImagePixel): void {
  const { rows, columns, components, precision } = stream;
  if (rows !== image.rows || columns !== image.columns || components !== image.samplesPerPixel)
    throw new Error(
      `the stream holds ${rows} × ${columns} × ${components} where the header says ` +
        `${image.rows} × ${image.columns} × ${image.samplesPerPixel}`,
    );
  if (precision < 1 || precision > 16 || precision > image.bitsAllocated)
    throw new Error(`${precision} bits a sample in ${image.bitsAllocated} allocated`);
}
