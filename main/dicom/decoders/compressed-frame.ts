import type { ImagePixel } from '../pixels/image-pixel';
import type { DecodedFrame } from './decoder';

/** The frame of a codec that puts each sample in the lowest bits of one byte, or of two, little endian. */
export function compressedFrame(
  bytes: Uint8Array,
  precision: number,
  image: ImagePixel,
  planar: boolean,
): DecodedFrame {
  return {
    bytes,
    bytesPerSample: precision <= 8 ? 1 : 2,
    planar,
    photometricInterpretation: image.photometricInterpretation,
    highBit: image.bitsStored - 1,
  };
}
