import load from '@cornerstonejs/codec-openjpeg/decodewasmjs';
import { Codec, silent } from './codec';
import type { Decoder } from './decoder';
import { checkExpected } from './expected';
import { codestreamIn } from './jpeg-2000-boxes';
import { jpeg2000Frame } from './jpeg-2000-frame';
import { readJpeg2000Stream } from './jpeg-2000-stream';

const codec = new Codec(() => load(silent()));

/** JPEG 2000, reversible and not (PS3.5 A.4.4, ITU-T T.800). */
export const jpeg2000: Decoder = {
  name: 'JPEG 2000',
  transferSyntaxes: ['1.2.840.10008.1.2.4.90', '1.2.840.10008.1.2.4.91'],
  encapsulated: true,
  decode(frame, image) {
    const codestream = codestreamIn(frame);
    const stream = readJpeg2000Stream(codestream);
    checkExpected(stream, image);
    return jpeg2000Frame(codestream, stream, image, decodeOpenJpeg);
  },
};

/** Samples of any codestream of T.800 or T.814, by OpenJPEG. */
export async function decodeOpenJpeg(codestream: Buffer): Promise<Uint8Array> {
  const { bytes } = await codec.decode(
    ({ J2KDecoder }) => new J2KDecoder(),
    codestream,
    () => null,
  );
  return bytes;
}
