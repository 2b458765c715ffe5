import { readFileSync } from 'node:fs';
import { expect, it } from 'vitest';
import { PersonError } from '../process/errors';
import { indexPaths } from './index-paths';
import { readSlice } from './read-slice';
import { testFolder } from './testing/folder';
import { imageElements, samplesOf } from './testing/image';
import { seededRandom } from './testing/random';
import { run } from './testing/tools';
import { writeDicom } from './testing/write';
import { transferSyntax } from './transfer-syntax';

const folder = testFolder();
const size = { rows: 24, columns: 20 };
const pixels = samplesOf(
  Array.from({ length: 480 }, (_, i) => (i * 37) % 4096),
  16,
);
const elements = imageElements(
  { ...size, bitsStored: 12, pixels },
  {
    0x00081140: ['SQ', { items: [{ 0x00081150: ['UI', '1.2'] }, { 0x00081155: ['UI', '1.3'] }] }],
    0x00281050: ['DS', '40\\\\80'],
    0x00281051: ['DS', '400\\\\800'],
  },
);

function encode(program: string, ...options: string[]): () => string {
  return () => {
    const plain = folder.write('plain.dcm', writeDicom(elements));
    const out = `${plain}.${program}${options.join('')}`;
    run(program, ...options, plain, out);
    return out;
  };
}

const originals: Readonly<Record<string, () => string>> = {
  'explicit little endian': () => folder.write('explicit', writeDicom(elements)),
  'implicit little endian': () =>
    folder.write('implicit', writeDicom(elements, transferSyntax.implicitLittleEndian)),
  'big endian': () => folder.write('big', writeDicom(elements, transferSyntax.explicitBigEndian)),
  deflated: () => folder.write('deflated', writeDicom(elements, transferSyntax.deflatedExplicitLittleEndian)),
  RLE: encode('dcmcrle'),
  'JPEG lossless': encode('dcmcjpeg', '+e1'),
  'JPEG-LS': encode('dcmcjpls', '+el'),
  'JPEG 2000': encode('gdcmconv', '--j2k'),
};

const mutationsEach = 200;

/** Changes, cuts or doubles some bytes. */
function mutate(original: Buffer, random: () => number): Buffer {
  const at = (): number => Math.floor(random() * original.length);
  const kind = random();
  if (kind < 0.15) return original.subarray(0, at());
  if (kind < 0.25) {
    const from = at();
    return Buffer.concat([
      original.subarray(0, from),
      original.subarray(from + 1 + Math.floor(random() * 8)),
    ]);
  }
  const bytes = Buffer.from(original);
  for (let left = 1 + Math.floor(random() * 8); left > 0; left--) bytes[at()] = Math.floor(random() * 256);
  return bytes;
}

it.each(Object.keys(originals))('%s, spoilt 200 ways, is read or refused in a sentence', async (name) => {
  const original = readFileSync(originals[name]!());
  const random = seededRandom(name.length);
  let read = 0;
  for (let i = 0; i < mutationsEach; i++) {
    const path = folder.write('mutated', mutate(original, random));
    const { studies, unreadable } = await indexPaths([path]);
    expect(studies.length + unreadable.length).toBeLessThanOrEqual(1);
    const outcome = await readSlice(path, 1).catch((thrown: unknown) => thrown);
    if (outcome instanceof Error) {
      expect(outcome).toBeInstanceOf(PersonError);
      expect(outcome.message).toMatch(/^mutated .*\.$/);
    } else read++;
  }
  // Most of a file is pixels, and most of what hits pixels can still be decoded where they are not compressed.
  if (!/RLE|JPEG|deflated/.test(name)) expect(read).toBeGreaterThan(mutationsEach / 4);
});
