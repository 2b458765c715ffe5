import load from '@cornerstonejs/codec-openjph/wasmjs';
import { Codec, silent } from './codec';
import type { Decoder } from './decoder';
import { checkExpected } from './expected';
import { decodeOpenJpeg } from './jpeg-2000';
import { codestreamIn } from './jpeg-2000-boxes';
import { jpeg2000Frame } from './jpeg-2000-frame';
import { checkTilePartsPresent, readJpeg2000Stream } from './jpeg-2000-stream';

const codec = new Codec(() => load(silent()));

/** High-throughput JPEG 2000: reversible, with RPCL options, and not (PS3.5 A.4.4 and 10.17, ITU-T T.814). */
export const htj2k: Decoder = {
  name: 'HTJ2K',
  transferSyntaxes: ['1.2.840.10008.1.2.4.201', '1.2.840.10008.1.2.4.202', '1.2.840.10008.1.2.4.203'],
  encapsulated: true,
  decode(frame, image) {
    const codestream = codestreamIn(frame);
    const stream = readJpeg2000Stream(codestream);
    if (!stream.highThroughput) throw new Error('the stream is not of Part 15');
    checkExpected(stream, image);
    checkTilePartsPresent(codestream, stream);
    // OpenJPH's wrapper puts lines of components that were not transformed together in the wrong order.
    const untransformed = stream.components > 1 && !stream.colourTransform;
    return jpeg2000Frame(codestream, stream, image, untransformed ? decodeOpenJpeg : decodeOpenJph);
  },
};

async function decodeOpenJph(codestream: Buffer): Promise<Uint8Array> {
  const { bytes, info } = await codec.decode(
    ({ HTJ2KDecoder }) => new HTJ2KDecoder(),
    codestream,
    (decoder) => decoder.getLastErrorMessage(),
  );
  if (info !== '') throw new Error(info);
  return bytes;
}
