import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, it } from 'vitest';
import { readSlice } from '../read-slice';
import { testFolder } from '../testing/folder';
import { encodeHtj2k } from '../testing/htj2k';
import { imageElements, samplesOf } from '../testing/image';
import { seededRandom } from '../testing/random';
import { run } from '../testing/tools';
import { waves } from '../testing/waves';
import { writeDicom } from '../testing/write';

const folder = testFolder();
const size = { rows: 24, columns: 20, bitsAllocated: 8 };
const values = waves(480, 8, false);
const plain = folder.write('plain', writeDicom(imageElements({ ...size, pixels: samplesOf(values, 8) })));

function encoded(program: string, ...options: string[]): () => Promise<string> {
  return () => {
    const file = join(folder.path, `${program}${options.join('')}`);
    run(program, ...options, plain, file);
    return Promise.resolve(file);
  };
}

async function htj2k(): Promise<string> {
  const stream = await encodeHtj2k(values, { ...size, bits: 8 });
  const pixels = { 0x7fe00010: ['OB', { offsets: [], fragments: [stream] }] } as const;
  return folder.write('htj2k', writeDicom(imageElements(size, pixels), '1.2.840.10008.1.2.4.201'));
}

/** Decodes files whose streams are spoilt until the codec itself has refused some. */
async function refuseSome(file: string): Promise<void> {
  const bytes = readFileSync(file);
  const stream = bytes.lastIndexOf(Buffer.from('e07f1000', 'hex'));
  const random = seededRandom(7);
  for (let refused = 0, tries = 0; refused < 3; tries++) {
    if (tries > 2000) throw new Error('nothing was refused');
    const spoilt = Buffer.from(bytes);
    const at = stream + 60 + Math.floor(random() * (bytes.length - stream - 80));
    spoilt[at] = Math.floor(random() * 256);
    const path = folder.write('spoilt', spoilt);
    const said = await readSlice(path, 1).then(
      () => '',
      (thrown: Error) => thrown.message,
    );
    if (said.includes('could not be decoded')) refused++;
  }
}

it.each([
  ['JPEG', encoded('dcmcjpeg', '+eb')],
  ['JPEG-LS', encoded('dcmcjpls', '+el')],
  ['JPEG 2000', encoded('gdcmconv', '--j2k')],
  ['HTJ2K', htj2k],
])('%s reads a good file as before, after files that were spoilt', async (_name, write) => {
  const file = await write();
  const before = await readSlice(file, 1);
  await refuseSome(file);
  expect((await readSlice(file, 1)).pixels).toEqual(before.pixels);
});
