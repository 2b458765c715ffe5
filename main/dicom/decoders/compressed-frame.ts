import type { ImagePixel } from '../pixels/image-pixel';
import type { DecodedFrame } from './decoder';

/**
 * The frame of a codec that puts each sample in the lowest bits of one byte, or of two, little endian.
 * @param precision bits of the codec's samples
 */
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
    highBit: highestBit(precision, image),
  };
}

/**
 * Some encoders take samples as they lie in their words, unused bits and all: then there are more than the header
 * stores, and its high bit holds for them. Others take the stored bits alone, which the codec puts lowest.
 */
function highestBit(precision: number, { highBit, bitsStored }: ImagePixel): number {
  return precision > highBit ? highBit : bitsStored - 1;
}

/** What a codec gives back has chroma for every pixel, also where the header still names shared chroma. */
export function fullyResolved(photometricInterpretation: string): string {
  return photometricInterpretation === 'YBR_FULL_422' ? 'YBR_FULL' : photometricInterpretation;
}
