import { describe, expect, it } from 'vitest';
import { readHeader } from '../header';
import { bufferSource } from '../source';
import { imageElements } from '../testing/image';
import type { Elements, Fragments } from '../testing/write';
import { writeDicom } from '../testing/write';
import { readEncapsulatedFrame } from './fragments';
import { findPixelData } from './pixel-data';

const size = { rows: 2, columns: 2 };
const opening = Buffer.from([0xff, 0xd8]);
const begin = (text: string): Buffer => Buffer.concat([opening, Buffer.from(text)]);
const more = Buffer.from;

async function frameOf(
  value: Fragments,
  frame: number,
  frames: number,
  extra: Elements = {},
): Promise<string> {
  const elements = imageElements(size, { 0x7fe00010: ['OB', value], ...extra });
  const source = bufferSource(writeDicom(elements, '1.2.840.10008.1.2.4.50'));
  const element = await findPixelData(await readHeader(source));
  return (await readEncapsulatedFrame(source, element, frame, frames))
    .toString('latin1')
    .replaceAll('\xff\xd8', '<');
}

describe('fragments are told to frames', () => {
  it('all to one where there is one', async () => {
    const value = { offsets: [], fragments: [begin('aa'), more('bb'), more('cc')] };
    expect(await frameOf(value, 1, 1)).toBe('<aabbcc');
  });

  it('one each where there are as many', async () => {
    const value = { offsets: [], fragments: [begin('aa'), begin('bb'), begin('cc')] };
    expect(await frameOf(value, 2, 3)).toBe('<bb');
  });

  const split = [begin('aa'), more('bb'), begin('cc'), more('dd'), more('ee')];

  it('by the basic offset table', async () => {
    const value = { offsets: [0, 22], fragments: split };
    expect([await frameOf(value, 1, 2), await frameOf(value, 2, 2)]).toEqual(['<aabb', '<ccddee']);
  });

  it('by where codestreams begin, without a table', async () => {
    const value = { offsets: [], fragments: split };
    expect([await frameOf(value, 1, 2), await frameOf(value, 2, 2)]).toEqual(['<aabb', '<ccddee']);
  });

  it('by the extended offset table', async () => {
    const table = Buffer.alloc(16);
    const value = { offsets: [], fragments: [more('aa'), more('bb'), more('cc'), more('dd'), more('ee')] };
    table.writeBigUInt64LE(20n, 8);
    expect(await frameOf(value, 2, 2, { 0x7fe00001: ['OV', table] })).toBe('ccddee');
  });

  it('or the frame is said to be missing', async () => {
    const value = { offsets: [], fragments: [begin('aa'), more('bb')] };
    await expect(frameOf(value, 3, 3)).rejects.toThrow('has no pixel data for frame 3');
  });
});
