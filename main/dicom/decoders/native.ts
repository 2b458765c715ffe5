import { transferSyntax } from '../transfer-syntax';
import type { DecodedFrame, Decoder } from './decoder';
import type { ImagePixel } from '../pixels/image-pixel';

/** Pixels as they are, little endian (PS3.5 A.1, A.2 and A.5; the data set is inflated by then). */
export const nativeLittleEndian: Decoder = {
  name: 'uncompressed',
  transferSyntaxes: [
    transferSyntax.implicitLittleEndian,
    transferSyntax.explicitLittleEndian,
    transferSyntax.deflatedExplicitLittleEndian,
  ],
  encapsulated: false,
  decode: (frame, image) => nativeFrame(frame, image),
};

/** The decoded frame of bytes that are already little endian. */
export function nativeFrame(bytes: Uint8Array, image: ImagePixel): DecodedFrame {
  return {
    bytes,
    bytesPerSample: Math.max(1, image.bitsAllocated / 8) as DecodedFrame['bytesPerSample'],
    planar: image.planar,
    photometricInterpretation: image.photometricInterpretation,
    highBit: image.highBit,
  };
}
