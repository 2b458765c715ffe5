import { describe, expect, it } from 'vitest';
import { readHeader } from '../header';
import { bufferSource } from '../source';
import { imageElements } from '../testing/image';
import type { Elements, Fragments } from '../testing/write';
import { writeDicom } from '../testing/write';
import { readEncapsulatedFrame } from './fragments';
import { findPixelData } from './pixel-data';

const size = { rows: 2, columns: 2 };
const opening = Buffer.from([0xff, 0xd8, 0xff, 0xe0]);
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
    .replaceAll('\xff\xd8\xff\xe0', '<');
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
    const value = { offsets: [0, 24], fragments: split };
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

describe('fragments in files that are not as they should be', () => {
  const split = [begin('aa'), more('bb'), begin('cc'), more('dd'), more('ee')];
  const codestream = (text: string): Buffer => Buffer.concat([Buffer.of(0xff, 0x4f, 0xff, 0x51), more(text)]);

  it.each([
    { what: 'into the middle of a fragment', offsets: [0, 20] },
    { what: 'past the end', offsets: [0, 2000] },
    { what: 'back', offsets: [24, 0] },
    { what: 'to as many frames as there are not', offsets: [0, 14, 24] },
  ])('are told by where codestreams begin if the table leads $what', async ({ offsets }) => {
    const value = { offsets, fragments: split };
    expect([await frameOf(value, 1, 2), await frameOf(value, 2, 2)]).toEqual(['<aabb', '<ccddee']);
  });

  it('are told to frames of JPEG 2000, whose data may hold the two bytes of its beginning', async () => {
    const inner = Buffer.of(0xff, 0x4f, 0x30, 0x30);
    const value = { offsets: [], fragments: [codestream('aa'), inner, codestream('cc')] };
    const frame = await frameOf(value, 1, 2);
    expect(frame).toBe('\xff\x4f\xff\x51aa\xff\x4f00');
  });

  it('are refused where more codestreams begin than there are frames', async () => {
    const value = { offsets: [], fragments: [begin('aa'), begin('bb'), begin('cc')] };
    await expect(frameOf(value, 1, 2)).rejects.toThrow(
      'holds 3 compressed images where its header says 2 frames; ask for a new copy of the file.',
    );
  });
});

describe('a long recording', () => {
  const frames = Array.from({ length: 1000 }, (_, i) => begin(String(i).padStart(4, '0')));

  /** Frames of a recording, and how often its file was read for them. */
  async function readsFor(offsets: readonly number[], wanted: readonly number[]) {
    const bytes = writeDicom(
      imageElements(size, { 0x7fe00010: ['OB', { offsets, fragments: frames }] }),
      '1.2.840.10008.1.2.4.50',
    );
    let reads = 0;
    const plain = bufferSource(bytes);
    const source = { ...plain, read: (at: number, length: number) => (reads++, plain.read(at, length)) };
    const element = await findPixelData(await readHeader(plain));
    for (const frame of wanted) {
      const text = (await readEncapsulatedFrame(source, element, frame, frames.length)).toString('latin1');
      expect(text).toBe(`\xff\xd8\xff\xe0${String(frame - 1).padStart(4, '0')}`);
    }
    return reads;
  }

  it('is not walked through where its table leads to the frame', async () => {
    const offsets = frames.map((frame, i) => i * (8 + frame.length + (frame.length % 2)));
    expect(await readsFor(offsets, [1, 500, 1000])).toBeLessThan(20);
  });

  it('is walked through once without a table', async () => {
    const reads = await readsFor([], [700, 1, 1000]);
    expect(reads).toBeGreaterThan(1000);
    expect(reads).toBeLessThan(1020);
  });

  it('that took the place of another is walked through again', async () => {
    const file = (fragments: readonly Buffer[]): Elements =>
      imageElements(size, { 0x7fe00010: ['OB', { offsets: [], fragments }] });
    const [one, other] = [
      [begin('aaaaaa'), begin('bb')],
      [begin('cc'), begin('dddddd')],
    ].map((fragments) => writeDicom(file(fragments), '1.2.840.10008.1.2.4.50'));
    expect(one!.length).toBe(other!.length);
    for (const [bytes, expected] of [
      [one!, 'bb'],
      [other!, 'dddddd'],
      [one!, 'bb'],
    ] as const) {
      const element = await findPixelData(await readHeader(bufferSource(bytes)));
      const frame = await readEncapsulatedFrame(bufferSource(bytes), element, 2, 2);
      expect(frame.toString('latin1')).toBe(`\xff\xd8\xff\xe0${expected}`);
    }
  });
});
