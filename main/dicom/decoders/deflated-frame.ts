import { promisify } from 'node:util';
import { inflateRaw } from 'node:zlib';
import { nativeFrameBits } from '../pixels/extent';
import type { Decoder } from './decoder';
import { encapsulatedFrame } from './native-encapsulated';

const inflate = promisify(inflateRaw);

/** Uncompressed pixels, deflated frame by frame (PS3.5 annex A, RFC 1951). */
export const deflatedFrame: Decoder = {
  name: 'deflated frames',
  transferSyntaxes: ['1.2.840.10008.1.2.8.1'],
  encapsulated: true,
  async decode(frame, image) {
    // What inflates to more than the frame is refused before its memory is set aside.
    const maxOutputLength = Math.ceil(nativeFrameBits(image) / 8) + 1;
    return encapsulatedFrame(await inflate(frame, { maxOutputLength }), image);
  },
};
