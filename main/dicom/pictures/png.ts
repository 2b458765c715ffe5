import { PNG } from 'pngjs';
import { narrowed } from '../pixels/grey-values';
import type { PictureFormat, PictureSamples } from './picture';

const signature = Buffer.from([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a]);
const greyColourTypes = [0, 4];

/** Portable Network Graphics (W3C). Grey keeps its 16 bits; transparency is left out of account. */
export const png: PictureFormat = {
  name: 'PNG',
  mediaType: 'image/png',
  lossy: false,
  recognise: (opening) => opening.subarray(0, 8).equals(signature),
  size(bytes) {
    if (bytes.length < 33 || bytes.toString('latin1', 12, 16) !== 'IHDR') throw new Error('no image header');
    return { columns: bytes.readUInt32BE(16), rows: bytes.readUInt32BE(20) };
  },
  decode: (bytes) => Promise.resolve(decode(bytes)),
};

function decode(bytes: Buffer): PictureSamples {
  // Without rescaling, samples of 16 bits stay what they are in an Uint16Array.
  const image = PNG.sync.read(bytes, { skipRescale: true });
  const [depth, colourType] = [bytes[24]!, bytes[25]!];
  const rgba = image.data as Uint8Array | Uint16Array;
  const pixels = rgba.length / 4;
  if (greyColourTypes.includes(colourType))
    return { samples: 1, pixels: narrowed(Int32Array.from({ length: pixels }, (_, i) => rgba[i * 4]!)) };
  const out = new Uint8ClampedArray(pixels * 3);
  const shift = depth === 16 ? 8 : 0;
  for (let i = 0; i < pixels; i++)
    for (let sample = 0; sample < 3; sample++) out[i * 3 + sample] = rgba[i * 4 + sample]! >> shift;
  return { samples: 3, pixels: out };
}
