import type { ImagePixel } from '../pixels/image-pixel';

/** Samples of one frame as they were stored, before any meaning is given to them. */
export interface DecodedFrame {
  /** Little endian, interleaved unless planar; rows × columns × samples × bytesPerSample. */
  readonly bytes: Uint8Array;
  readonly bytesPerSample: 1 | 2 | 4 | 8;
  /** Whether colour is still plane by plane. */
  readonly planar: boolean;
  /** What the samples mean after decoding: a codec may have turned YCbCr into RGB on the way. */
  readonly photometricInterpretation: string;
  /** The bit that the highest stored bit lies on. */
  readonly highBit: number;
}

/** One way of writing pixels. A new one is a file like its neighbours and a line in index.ts. */
export interface Decoder {
  /** For a person: "JPEG 2000". */
  readonly name: string;
  readonly transferSyntaxes: readonly string[];
  readonly encapsulated: boolean;
  /**
   * @param frame the bytes of one frame
   * @throws any Error (also a number, out of wasm) where the bytes cannot be decoded
   */
  decode(frame: Buffer, image: ImagePixel): DecodedFrame | Promise<DecodedFrame>;
}
