import { decodeJpeg } from '../decoders/jpeg-baseline';
import type { JpegStream } from '../decoders/jpeg-stream';
import { readJpegStream } from '../decoders/jpeg-stream';
import type { PictureFormat } from './picture';

/** JPEG files, baseline and progressive (ITU-T T.81, T.871). */
export const jpeg: PictureFormat = {
  name: 'JPEG',
  mediaType: 'image/jpeg',
  lossy: true,
  recognise: (opening) => opening[0] === 0xff && opening[1] === 0xd8 && opening[2] === 0xff,
  size: readJpegStream,
  async decode(bytes) {
    const stream = readJpegStream(bytes);
    checkKind(stream);
    const decoded = await decodeJpeg(bytes, stream, false);
    return stream.components === 1
      ? { samples: 1, pixels: Int16Array.from(decoded) }
      : { samples: 3, pixels: new Uint8ClampedArray(decoded) };
  },
};

function checkKind({ precision, components, startOfFrame }: JpegStream): void {
  if (precision !== 8) throw new Error(`${precision} bits a sample, where 8 can be read`);
  if (components !== 1 && components !== 3)
    throw new Error(`${components} components, where 1 or 3 can be read`);
  if (startOfFrame === 0xc3 || startOfFrame === 0xf7) throw new Error('lossless JPEG outside DICOM');
}
