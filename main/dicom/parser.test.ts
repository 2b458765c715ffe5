import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import dicomParser from 'dicom-parser';
import type { DataSet } from 'dicom-parser';
import { describe, expect, it } from 'vitest';
import { corpora } from './corpus/places';
import { readHeader } from './header';
import { limits } from './limits';
import { parseElements } from './parser';
import { bufferSource } from './source';
import { seededRandom } from './testing/random';
import type { Elements, Value } from './testing/write';
import { writeDicom, writeElements } from './testing/write';

const explicit = { explicit: true, littleEndian: true };
const implicit = { explicit: false, littleEndian: true };
const all = { stop: () => false };

type Tree = { [tag: string]: string | Tree[] };

/** What a data set holds, items included, without how it was written. */
function tree(dataSet: DataSet): Tree {
  const entries = Object.entries(dataSet.elements).filter(([tag]) => tag > 'x0008' && tag < 'x7fe0');
  return Object.fromEntries(
    entries.map(([tag, { items, dataOffset, length }]) => {
      const value = Buffer.from(dataSet.byteArray).toString('hex', dataOffset, dataOffset + length);
      return [tag, items ? items.map((item) => tree(item.dataSet!)) : value];
    }),
  );
}

describe('a data set', () => {
  // dicom-parser reads these as far as it knows how they are written; the odd ones are below.
  const files = [
    'CT_small.dcm',
    'MR_small.dcm',
    'liver_1frame.dcm',
    'reportsi.dcm',
    'test-SR.dcm',
    'priv_SQ.dcm',
  ];
  it.each(files)('of %s is what dicom-parser reads', async (name) => {
    const bytes = readFileSync(join(corpora.pydicom, name));
    const whole = dicomParser.parseDicom(bytes);
    expect(tree((await readHeader(bufferSource(bytes))).dataSet)).toEqual(tree(whole));
  });

  it('of any shape is read as it was written', () => {
    const random = seededRandom(7);
    for (let i = 0; i < 200; i++) {
      const elements = arbitrary(random, 4);
      for (const encoding of [explicit, implicit, { explicit: true, littleEndian: false }]) {
        const bytes = writeElements(elements, encoding);
        expect(tree(parseElements(bytes, 0, encoding, all).dataSet)).toEqual(written(elements, encoding));
      }
    }
  });

  it('gives only what is named, and skips the rest', () => {
    const bytes = writeElements(
      { 0x00081140: ['SQ', { items: [{ 0x00080060: ['CS', 'CT'] }] }], 0x00100020: ['LO', 'A'] },
      explicit,
    );
    const named = new Map([[0x00100020, 'x00100020']]);
    expect(Object.keys(parseElements(bytes, 0, explicit, { ...all, named }).dataSet.elements)).toEqual([
      'x00100020',
    ]);
  });
});

describe('what writers get wrong', () => {
  const element = (tag: string, vr: string, ...rest: number[]): Buffer =>
    Buffer.concat([Buffer.from(tag, 'hex'), Buffer.from(vr, 'latin1'), Buffer.from(rest)]);
  const last = element('20001100', 'IS', 2, 0, 0x37, 0x20);
  const seriesNumber = (bytes: Buffer): string | undefined =>
    parseElements(Buffer.concat([bytes, last]), 0, explicit, all).dataSet.string('x00200011');

  it('is read around: a VR of blanks, and capitals that are none', () => {
    expect(seriesNumber(element('08006000', '  ', 2, 0, 0x43, 0x54))).toBe('7');
    expect(seriesNumber(element('08006000', 'ZZ', 2, 0, 0x43, 0x54))).toBe('7');
    expect(seriesNumber(element('08006000', 'ZZ', 0, 0, 2, 0, 0, 0, 0x43, 0x54))).toBe('7');
    expect(seriesNumber(element('08006000', 'OV', 0, 0, 8, 0, 0, 0, 1, 2, 3, 4, 5, 6, 7, 8))).toBe('7');
  });

  it('is read where items of an explicit data set are implicit', () => {
    const inner = writeElements({ 0x00081150: ['UI', '1.2'] }, implicit);
    const item = Buffer.concat([element('feff00e0', '', inner.length, 0, 0, 0), inner]);
    const bytes = Buffer.concat([element('08004011', 'SQ', 0, 0, item.length, 0, 0, 0), item]);
    const { items } = parseElements(bytes, 0, explicit, all).dataSet.elements['x00081140']!;
    expect(items![0]!.dataSet!.string('x00081150')).toBe('1.2');
  });

  it('is read where a sequence came as UN', () => {
    const inner = writeElements({ 0x00081150: ['UI', '1.2'] }, implicit);
    const item = Buffer.concat([element('feff00e0', '', inner.length, 0, 0, 0), inner]);
    for (const length of [
      [item.length, 0, 0, 0],
      [255, 255, 255, 255],
    ]) {
      const end = length[0] === 255 ? element('feffdde0', '', 0, 0, 0, 0) : Buffer.alloc(0);
      const bytes = Buffer.concat([element('08004011', 'UN', 0, 0, ...length), item, end]);
      const { dataSet } = parseElements(bytes, 0, explicit, all);
      expect(dataSet.elements['x00081140']!.items![0]!.dataSet!.string('x00081150')).toBe('1.2');
    }
  });

  it('is read where the file is filled up behind its last element', async () => {
    const file = writeDicom({ 0x00080060: ['CS', 'SR'], 0xfffcfffc: ['OB', Buffer.alloc(40)] });
    const zeros = Buffer.concat([writeDicom({ 0x00080060: ['CS', 'SR'] }), Buffer.alloc(100)]);
    for (const bytes of [file, zeros]) {
      const { dataSet, pixelGroup } = await readHeader(bufferSource(bytes));
      expect([dataSet.string('x00080060'), pixelGroup]).toEqual(['SR', null]);
    }
  });

  it('is read where the last value is longer than what is read at once', async () => {
    const file = writeDicom({ 0x00080060: ['CS', 'DOC'], 0x00420011: ['OB', Buffer.alloc(100_000)] });
    expect((await readHeader(bufferSource(file))).dataSet.elements['x00420011']!.length).toBe(100_000);
  });
});

it('refuses more items than memory should hold', () => {
  const items = Buffer.alloc(8 * (limits.maxElements + 1));
  for (let at = 0; at < items.length; at += 8) items.writeUInt32LE(0xe000fffe, at);
  const head = Buffer.from([0x08, 0, 0x40, 0x11, 0x53, 0x51, 0, 0, 0, 0, 0, 0]);
  head.writeUInt32LE(items.length, 8);
  expect(() => parseElements(Buffer.concat([head, items]), 0, explicit, all)).toThrow(
    /more than 1000000 elements/,
  );
});

describe('a file without its beginning', () => {
  const body = { 0x00080016: ['UI', '1.2.840.10008.5.1.4.1.1.7'], 0x00080060: ['CS', 'CT'] } as const;
  const whole = writeDicom(body);
  it.each([
    ['without a preamble', whole.subarray(132)],
    ['explicit little endian', writeElements(body, explicit)],
    ['implicit little endian', writeElements(body, implicit)],
    ['explicit big endian', writeElements(body, { explicit: true, littleEndian: false })],
    [
      'with a preamble and no group 0002',
      Buffer.concat([whole.subarray(0, 132), writeElements(body, explicit)]),
    ],
  ])('%s is read', async (_, bytes) => {
    expect((await readHeader(bufferSource(bytes))).dataSet.string('x00080060')).toBe('CT');
  });
});

function arbitrary(random: () => number, depth: number): Elements {
  const count = Math.floor(random() * 5);
  const elements: Record<number, readonly [string, Value]> = {};
  for (let i = 0; i < count; i++) {
    // Even groups that are not the prefix's; the element number keeps clear of group lengths.
    const tag = (8 + 2 * Math.floor(random() * 40)) * 0x10000 + 1 + Math.floor(random() * 500);
    if (depth > 0 && random() < 0.4) {
      const items = Array.from({ length: Math.floor(random() * 3) }, () => arbitrary(random, depth - 1));
      elements[tag] = ['SQ', { items }];
    } else elements[tag] = ['LO', 'x'.repeat(2 * Math.floor(random() * 20))];
  }
  return elements;
}

function written(elements: Elements, encoding: typeof explicit): Tree {
  return Object.fromEntries(
    Object.entries(elements).map(([tag, [, value]]) => {
      const key = `x${Number(tag).toString(16).padStart(8, '0')}`;
      if (typeof value === 'string') return [key, Buffer.from(value).toString('hex')];
      const { items } = value as { items: readonly Elements[] };
      // In implicit VR an empty sequence cannot be told from an empty value.
      return [
        key,
        items.length === 0 && !encoding.explicit ? '' : items.map((item) => written(item, encoding)),
      ];
    }),
  );
}
