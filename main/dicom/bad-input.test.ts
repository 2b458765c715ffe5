import { chmodSync, mkdirSync } from 'node:fs';
import { basename, join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { PersonError } from '../process/errors';
import { indexPaths } from './index-paths';
import { readSlice } from './read-slice';
import { testFolder } from './testing/folder';
import { imageElements, samplesOf } from './testing/image';
import type { Elements } from './testing/write';
import { writeDicom } from './testing/write';
import { transferSyntax } from './transfer-syntax';

const folder = testFolder();
const size = { rows: 8, columns: 6 };
const good = writeDicom(imageElements(size));

function without(tag: number): Elements {
  return Object.fromEntries(Object.entries(imageElements(size)).filter(([each]) => Number(each) !== tag));
}

function nested(depth: number): Elements {
  let inner: Elements = { 0x00080100: ['SH', 'x'] };
  for (let i = 0; i < depth; i++) inner = { 0x00081140: ['SQ', { items: [inner] }] };
  return inner;
}

/** A sequence element of undefined length without end: what an attacker or a broken disk leaves. */
function endless(): Buffer {
  const start = Buffer.from([0x08, 0, 0x40, 0x11, 0x53, 0x51, 0, 0, 0xff, 0xff, 0xff, 0xff]);
  const item = Buffer.from([0xfe, 0xff, 0x00, 0xe0, 0xff, 0xff, 0xff, 0xff]);
  return Buffer.concat([
    good.subarray(0, metaEnd),
    ...Array.from({ length: 5000 }, () => [start, item]).flat(),
  ]);
}
const metaEnd = good.indexOf(Buffer.from([0x08, 0x00, 0x16, 0x00]));

const encapsulated = (fragments: Buffer[]): Elements =>
  imageElements(size, { 0x7fe00010: ['OB', { offsets: [], fragments }] });

const bad: readonly { name: string; bytes: Buffer; says: RegExp }[] = [
  { name: 'empty', bytes: Buffer.alloc(0), says: /is empty/ },
  {
    name: 'text',
    bytes: Buffer.from('Dear radiologist, the images are on the other disc.'),
    says: /is not a DICOM/,
  },
  { name: 'zeros', bytes: Buffer.alloc(4096), says: /is not a DICOM/ },
  { name: 'program', bytes: Buffer.concat([Buffer.from('MZ'), Buffer.alloc(4000)]), says: /is not a DICOM/ },
  { name: 'prefix only', bytes: good.subarray(0, 132), says: /cut off within its header/ },
  { name: 'half a header', bytes: good.subarray(0, metaEnd + 47), says: /cut off within its header/ },
  {
    name: 'half the pixels',
    bytes: good.subarray(0, good.length - 40),
    says: /cut off within its pixel data/,
  },
  { name: 'no pixels', bytes: writeDicom(without(0x7fe00010)), says: /holds no image \(modality OT\)/ },
  { name: 'no rows', bytes: writeDicom(without(0x00280010)), says: /does not say its Rows/ },
  { name: 'no bits', bytes: writeDicom(without(0x00280100)), says: /does not say its BitsAllocated/ },
  {
    name: 'short pixels',
    bytes: writeDicom(imageElements(size, { 0x7fe00010: ['OW', Buffer.alloc(10)] })),
    says: /has 10 bytes of pixel data where its header needs 96/,
  },
  {
    name: 'unknown transfer syntax',
    bytes: writeDicom(encapsulated([Buffer.alloc(20)]), '1.2.840.10008.1.2.4.199'),
    says: /cannot be read here \(transfer syntax 1\.2\.840\.10008\.1\.2\.4\.199\)/,
  },
  {
    name: 'absurd rows',
    bytes: writeDicom(imageElements(size, { 0x00280010: ['US', [65_535]], 0x00280011: ['US', [65_535]] })),
    says: /says it has 65535 × 65535 pixels, more than can be shown/,
  },
  {
    name: 'no rows at all',
    bytes: writeDicom(imageElements(size, { 0x00280010: ['US', [0]] })),
    says: /frames of 0 × 6 pixels, which cannot be/,
  },
  {
    name: 'absurd frames',
    bytes: writeDicom(imageElements(size, { 0x00280008: ['IS', '2000000000'] })),
    says: /2000000000 frames, more than can be shown/,
  },
  {
    name: 'frames of words',
    bytes: writeDicom(imageElements(size, { 0x00280008: ['IS', '-3'] })),
    says: /says it has -3 frames/,
  },
  {
    name: 'frames of letters',
    bytes: writeDicom(imageElements(size, { 0x00280008: ['IS', '1A'] })),
    says: /says it has "1A" frames, which is no number/,
  },
  {
    name: 'odd bits',
    bytes: writeDicom(imageElements(size, { 0x00280101: ['US', [40]] })),
    says: /stores 40 bits up to bit 15 in 16, which cannot be/,
  },
  {
    name: 'nested',
    bytes: writeDicom(imageElements(size, nested(40))),
    says: /nests sequences more than 32 deep/,
  },
  { name: 'endless', bytes: endless(), says: /nests sequences more than 32 deep/ },
  {
    name: 'bomb',
    bytes: writeDicom(
      imageElements(size, { 0x00420011: ['OB', Buffer.alloc(300 * 1024 * 1024)] }),
      transferSyntax.deflatedExplicitLittleEndian,
    ),
    says: /inflates to more than 256 MB/,
  },
];

describe('files that cannot be read', () => {
  it.each(bad)('$name is listed with one sentence', async ({ name, bytes, says }) => {
    const path = folder.write(name, bytes);
    const { studies, unreadable, files } = await indexPaths([path]);
    expect(studies).toEqual([]);
    expect(files).toBe(1);
    expect(unreadable).toHaveLength(1);
    expect(unreadable[0]!.path).toBe(path);
    expect(unreadable[0]!.reason).toMatch(says);
    expect(unreadable[0]!.reason.startsWith(`${name} `)).toBe(true);
    expect(unreadable[0]!.reason).toMatch(/\.$/);
  });

  it('never stop the rest', async () => {
    const sub = join(folder.path, 'sub');
    mkdirSync(sub);
    folder.write('sub/good.dcm', good);
    const { studies, unreadable, files } = await indexPaths([folder.path]);
    expect(studies).toHaveLength(1);
    expect(files).toBe(bad.length + 1);
    expect(unreadable.map(({ path }) => basename(path)).sort()).toEqual(bad.map(({ name }) => name).sort());
  });

  it('include what is not there', async () => {
    const { unreadable } = await indexPaths([join(folder.path, 'nowhere')]);
    expect(unreadable[0]!.reason).toMatch(/^nowhere is no longer there/);
  });
});

const badFrames: readonly { name: string; bytes: Buffer; frame?: number; says: RegExp }[] = [
  {
    name: 'slope of words',
    bytes: writeDicom(imageElements(size, { 0x00281053: ['DS', 'NaN'] })),
    says: /has a RescaleSlope of "NaN", so its pixel values mean nothing/,
  },
  {
    name: 'slope of nothing',
    bytes: writeDicom(imageElements(size, { 0x00281053: ['DS', '0'] })),
    says: /has a RescaleSlope of "0"/,
  },
  {
    name: 'endless intercept',
    bytes: writeDicom(imageElements(size, { 0x00281052: ['DS', '1e999'] })),
    says: /has a RescaleIntercept of "1e999"/,
  },
  { name: 'beyond the last frame', bytes: good, frame: 2, says: /has no frame 2; it has 1/ },
  {
    name: 'spoilt RLE',
    bytes: writeDicom(encapsulated([Buffer.alloc(100, 7)]), '1.2.840.10008.1.2.5'),
    says: /could not be decoded \(RLE: .* segments where 2 are needed\)/,
  },
  {
    name: 'spoilt JPEG-LS',
    bytes: writeDicom(encapsulated([Buffer.alloc(100, 7)]), '1.2.840.10008.1.2.4.80'),
    says: /could not be decoded \(JPEG-LS: no start of image\)/,
  },
  {
    name: 'spoilt JPEG 2000',
    bytes: writeDicom(encapsulated([Buffer.alloc(100, 7)]), '1.2.840.10008.1.2.4.90'),
    says: /could not be decoded \(JPEG 2000: no codestream header\)/,
  },
  {
    name: 'nothing in the fragments',
    bytes: writeDicom(encapsulated([]), '1.2.840.10008.1.2.4.90'),
    says: /has no pixel data for frame 1/,
  },
  {
    name: 'strange colours',
    bytes: writeDicom(imageElements(size, { 0x00280004: ['CS', 'HSV'] })),
    says: /photometric interpretation "HSV", which cannot be shown/,
  },
  {
    name: 'colours on two lines',
    bytes: writeDicom(imageElements(size, { 0x00280004: ['CS', 'HS\nV\u009b'] })),
    says: /^[^\n]*photometric interpretation "HS\ufffdV\ufffd", which cannot be shown; [^\n]*\.$/,
  },
  {
    name: 'no palette',
    bytes: writeDicom(
      imageElements({ ...size, bitsAllocated: 8, photometricInterpretation: 'PALETTE COLOR' }),
    ),
    says: /has no usable colour palette/,
  },
];

describe('frames that cannot be decoded', () => {
  it.each(badFrames)('$name says so in one sentence', async ({ name, bytes, frame = 1, says }) => {
    const path = folder.write(name, bytes);
    const failed = await readSlice(path, frame).then(
      () => null,
      (thrown: unknown) => thrown,
    );
    expect(failed).toBeInstanceOf(PersonError);
    expect((failed as Error).message).toMatch(says);
    expect((failed as Error).message.startsWith(`${name} `)).toBe(true);
  });

  it('do not take their neighbours with them', async () => {
    const pixels = samplesOf([...Array(96).keys()], 16);
    const path = folder.write(
      'cut.dcm',
      writeDicom(imageElements({ ...size, frames: 2, pixels })).subarray(0, -20),
    );
    const slice = await readSlice(path, 1);
    expect(slice.pixels[47]).toBe(47);
    await expect(readSlice(path, 2)).rejects.toThrow(/cut off within its pixel data/);
  });
});

describe('a folder without rights', () => {
  it('is listed', async () => {
    const locked = join(folder.path, 'locked');
    mkdirSync(locked);
    chmodSync(locked, 0);
    const isRoot = process.geteuid?.() === 0;
    // Nothing is locked to root: look at it as nobody.
    if (isRoot) process.seteuid!(65_534);
    try {
      const { unreadable } = await indexPaths([locked]);
      expect(unreadable[0]!.reason).toMatch(/^locked may not be read with your rights/);
    } finally {
      if (isRoot) process.seteuid!(0);
    }
  });
});
