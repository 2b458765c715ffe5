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
    photometricInterpretation: fullyResolved(image.photometricInterpretation),
    highBit: image.bitsStored - 1,
  };
}

/** What a codec gives back has chroma for every pixel, also where the header still names shared chroma. */
export function fullyResolved(photometricInterpretation: string): string {
  return photometricInterpretation === 'YBR_FULL_422' ? 'YBR_FULL' : photometricInterpretation;
}
