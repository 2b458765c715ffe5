import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import type { Opened } from '../../../preload/contract';
import { indexPaths } from '../index-paths';
import { readSlice } from '../read-slice';
import { testFolder } from '../testing/folder';
import { imageElements, samplesOf } from '../testing/image';
import { seededRandom } from '../testing/random';
import { writeDicom } from '../testing/write';
import { writeZip } from '../testing/zip';
import { fingerprint } from './index';

const folder = testFolder();
const size = { rows: 2, columns: 2 };

function slice(uid: string, values = [1, 2, 3, 4]): Buffer {
  const pixels = samplesOf(values, 16);
  return writeDicom(imageElements({ ...size, pixels }, { 0x00080018: ['UI', uid] }));
}

const pathsOf = ({ studies }: Opened): string[] =>
  studies.flatMap(({ series }) => series.flatMap(({ instances }) => instances.map(({ path }) => path)));
const valuesOf = async (path: string): Promise<number[]> => [...(await readSlice(path, 1)).pixels];

describe('a ZIP', () => {
  it('is read as a folder is, stored and deflated, and its frames can be read again', async () => {
    const path = folder.write(
      'study.zip',
      writeZip([
        { name: 'deep/', bytes: Buffer.alloc(0) },
        { name: 'deep/er/b', bytes: slice('1.2', [5, 6, 7, 8]), deflate: true },
        { name: 'a', bytes: slice('1.1') },
        { name: '__MACOSX/._a', bytes: Buffer.from('x') },
        { name: 'deep/.hidden', bytes: Buffer.from('x') },
        { name: 'deep/notes.txt', bytes: Buffer.from('Dear radiologist') },
      ]),
    );
    const opened = await indexPaths([path]);
    expect(pathsOf(opened)).toEqual([join(path, 'a'), join(path, 'deep/er/b')]);
    expect(opened.unreadable.map(({ path: each }) => each)).toEqual([join(path, 'deep/notes.txt')]);
    expect(opened.files).toBe(3);
    expect(await valuesOf(join(path, 'a'))).toEqual([1, 2, 3, 4]);
    expect(await valuesOf(join(path, 'deep/er/b'))).toEqual([5, 6, 7, 8]);
  });

  it('is opened in a folder by its name, and outright whatever its name', async () => {
    const bytes = writeZip([{ name: 'a', bytes: slice('1.1') }]);
    const named = folder.write('renamed.bin', bytes);
    expect(pathsOf(await indexPaths([named]))).toEqual([join(named, 'a')]);
  });

  it('whose file is larger than what is inflated at once is read whole for its pixels', async () => {
    const random = seededRandom(3);
    const values = Array.from({ length: 65_536 }, () => Math.floor(random() * 4096));
    const image = imageElements({ rows: 256, columns: 256, pixels: samplesOf(values, 16) });
    const zip = writeZip([{ name: 'noise.dcm', bytes: writeDicom(image), deflate: true }]);
    const path = folder.write('noise.zip', zip);
    const [inside] = pathsOf(await indexPaths([path]));
    expect(await valuesOf(inside!)).toEqual(values);
  });

  it('that is written anew is read anew', async () => {
    const path = folder.write('twice.zip', writeZip([{ name: 'a', bytes: slice('1.1'), deflate: true }]));
    const inside = join(path, 'a');
    expect(await valuesOf(inside)).toEqual([1, 2, 3, 4]);
    const before = await fingerprint(inside);
    folder.write(
      'twice.zip',
      writeZip([
        { name: 'other', bytes: slice('1.1') },
        { name: 'a', bytes: slice('1.1', [9, 9, 9, 9]) },
      ]),
    );
    expect(await valuesOf(inside)).toEqual([9, 9, 9, 9]);
    expect(await fingerprint(inside)).not.toBe(before);
    expect(await fingerprint(join(folder.path, 'nowhere'))).toBeNull();
  });

  it('with a DICOMDIR says nothing of the viewer that came with the disc', async () => {
    const dicomdir = writeDicom({
      0x00041220: [
        'SQ',
        { items: [{ 0x00041500: ['CS', 'DICOM\\IM1'] }, { 0x00041500: ['CS', 'DICOM\\IM2'] }] },
      ],
    });
    const path = folder.write(
      'disc.zip',
      writeZip([
        { name: 'disc/DICOMDIR', bytes: dicomdir },
        { name: 'disc/dicom/im1', bytes: slice('1.1') },
        { name: 'disc/viewer.exe', bytes: Buffer.from('MZ') },
      ]),
    );
    const opened = await indexPaths([path]);
    expect(pathsOf(opened)).toEqual([join(path, 'disc/dicom/im1')]);
    expect(opened.unreadable.map(({ reason }) => reason)).toEqual([
      'IM2 is listed in the DICOMDIR and is not there; copy the whole disc, or ask for a new copy of it.',
    ]);
  });
});

const good = slice('1.1');
const refusals: readonly (readonly [name: string, zip: Buffer, says: RegExp])[] = [
  ['encrypted', writeZip([{ name: 'a', bytes: good, encrypted: true }]), /^a is encrypted; unzip it/],
  ['a ZIP in a ZIP', writeZip([{ name: 'b.zip', bytes: writeZip([]) }]), /^b\.zip is a ZIP inside a ZIP/],
  ['a way out', writeZip([{ name: '../../a', bytes: good }]), /^a has a name that leads out of the ZIP/],
  [
    'an absolute name',
    writeZip([{ name: '/etc/a', bytes: good }]),
    /^a has a name that leads out of the ZIP/,
  ],
  ['a NUL', writeZip([{ name: 'a\0b', bytes: good }]), /has a name that leads out of the ZIP/],
  [
    'a bomb',
    writeZip([{ name: 'a', bytes: Buffer.alloc(65 * 1024 * 1024), deflate: true }]),
    /^a inflates to more than 200 times its size/,
  ],
  [
    'a huge claim',
    writeZip([{ name: 'a', bytes: good, deflate: true, claims: 0xfffffff0 }]),
    /^a inflates to more than 1024 MB/,
  ],
  ['half of it', writeZip([{ name: 'a', bytes: good }]).subarray(0, 300), /could not be read \(ZIP: /],
];

describe('a ZIP that is not what it should be', () => {
  it.each(refusals)('with %s says so in a sentence', async (name, zip, says) => {
    const { studies, unreadable } = await indexPaths([folder.write(`bad ${name}`, zip)]);
    expect(studies).toEqual([]);
    expect(unreadable.map(({ reason }) => reason)).toEqual([expect.stringMatching(says)]);
    expect(unreadable[0]!.path.startsWith(join(folder.path, `bad ${name}`))).toBe(true);
  });

  it('gives no pixels of a file that does not inflate to what was promised', async () => {
    const zip = writeZip([{ name: 'a', bytes: good, deflate: true }]);
    const crc = zip.lastIndexOf('PK\x01\x02') + 16;
    zip.writeUInt32LE(1, crc);
    const path = join(folder.write('crc.zip', zip), 'a');
    await expect(readSlice(path, 1)).rejects.toThrow(
      'a is damaged inside the ZIP; ask for a new copy of the file.',
    );
  });

  it('whose entries share their bytes is refused whole', async () => {
    const zip = writeZip([
      { name: 'a', bytes: good },
      { name: 'b', bytes: good },
    ]);
    for (let at = zip.indexOf('PK\x01\x02'); at >= 0; at = zip.indexOf('PK\x01\x02', at + 1)) {
      zip.writeUInt32LE(zip.length, at + 20);
      zip.writeUInt32LE(zip.length, at + 24);
    }
    const { unreadable } = await indexPaths([folder.write('shared.zip', zip)]);
    expect(unreadable[0]!.reason).toMatch(/^shared\.zip claims to hold more than it can/);
  });

  it('says which entry is gone', async () => {
    const path = folder.write('gone.zip', writeZip([{ name: 'a', bytes: good }]));
    await expect(readSlice(join(path, 'b'), 1)).rejects.toThrow(
      'b is no longer in the ZIP; open the ZIP again.',
    );
    await expect(readSlice(join(folder.path, 'none.dcm'), 1)).rejects.toThrow('none.dcm is no longer there');
  });

  it('and was spoilt a hundred ways is read or refused in sentences', async () => {
    const random = seededRandom(11);
    const whole = writeZip([
      { name: 'a', bytes: good, deflate: true },
      { name: 'b', bytes: slice('1.2') },
    ]);
    for (let i = 0; i < 100; i++) {
      const bytes = Buffer.from(
        whole.subarray(0, random() < 0.2 ? Math.floor(random() * whole.length) : undefined),
      );
      for (let left = 0; left < 4; left++)
        bytes[Math.floor(random() * bytes.length)] = Math.floor(random() * 256);
      const opened = await indexPaths([folder.write('spoilt.zip', bytes)]);
      for (const { reason } of opened.unreadable) expect(reason).toMatch(/\.$/);
      for (const path of pathsOf(opened))
        await readSlice(path, 1).catch((thrown: Error) => expect(thrown.message).toMatch(/\.$/));
    }
  });
});
