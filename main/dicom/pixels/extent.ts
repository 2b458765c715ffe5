import { undefinedLength } from '../elements';
import { FileFault } from '../faults';
import type { Header } from '../header';
import type { ImagePixel } from './image-pixel';

/** Bits of one frame without compression. YBR_FULL_422 writes two samples a pixel (PS3.3 C.7.6.3.1.2). */
export function nativeFrameBits(image: ImagePixel): number {
  const samples = image.photometricInterpretation === 'YBR_FULL_422' ? 2 : image.samplesPerPixel;
  return image.rows * image.columns * samples * image.bitsAllocated;
}

/**
 * The image as its pixels without compression really lie: some writers leave YBR_FULL_422 in the header of pixels
 * that have chroma of their own.
 * @param length bytes of the pixel data
 * @throws FileFault where two pixels cannot share their chroma
 */
export function asWritten(image: ImagePixel, length: number): ImagePixel {
  if (image.photometricInterpretation !== 'YBR_FULL_422') return image;
  const whole = (image.rows * image.columns * 3 * image.numberOfFrames * image.bitsAllocated) / 8;
  if (length === whole + (whole % 2)) return { ...image, photometricInterpretation: 'YBR_FULL' };
  if (image.columns % 2 === 0 && !image.planar) return image;
  throw new FileFault(
    'has colour that pairs of pixels share (YBR_FULL_422), which needs an even number of columns in one plane; ' +
      'export it again as RGB.',
  );
}

/**
 * Checks that pixel data is there at all: at least the first frame where it is not encapsulated.
 * @throws FileFault where the file ends before it
 */
export function checkPixelsPresent({ pixelGroup, source }: Header, image: ImagePixel): void {
  if (!pixelGroup) throw new FileFault('holds no pixel data; open files with an image.');
  if (pixelGroup.length === undefinedLength) {
    if (pixelGroup.valueStart >= source.size) throw new FileFault(cutOff);
    return;
  }
  // Group 7FE0 may begin with an offset table; the frame itself is looked for when it is read.
  if (pixelGroup.tag < 0x7fe00008) return;
  const needed = Math.ceil(nativeFrameBits(image) / 8);
  if (pixelGroup.length < needed) throw new FileFault(tooShort(pixelGroup.length, needed));
  if (pixelGroup.valueStart + needed > source.size) throw new FileFault(cutOff);
}

export const cutOff = 'is cut off within its pixel data; copy it again from where it came from.';

/** The pixel data is shorter than the image that the header describes. */
export function tooShort(length: number, needed: number): string {
  return `has ${length} bytes of pixel data where its header needs ${needed}; ask for a new copy of the file.`;
}
