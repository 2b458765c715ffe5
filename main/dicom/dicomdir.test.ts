import { mkdirSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import type { Opened } from '../../preload/contract';
import { corpora } from './corpus/places';
import { indexPaths } from './index-paths';
import { testFolder } from './testing/folder';
import { imageElements } from './testing/image';
import type { Elements } from './testing/write';
import { writeDicom } from './testing/write';

const folder = testFolder();

function place(name: string): string {
  const path = join(folder.path, name);
  mkdirSync(path, { recursive: true });
  return path;
}

const slice = (uid: string): Buffer =>
  writeDicom(imageElements({ rows: 2, columns: 2 }, { 0x00080018: ['UI', uid] }));

function dicomdir(...records: Elements[]): Buffer {
  return writeDicom({ 0x00041220: ['SQ', { items: records }] });
}
const file = (...parts: string[]): Elements => ({ 0x00041500: ['CS', parts.join('\\')] });

const pathsOf = ({ studies }: Opened): string[] =>
  studies.flatMap(({ series }) => series.flatMap(({ instances }) => instances.map(({ path }) => path)));
const reasonsOf = ({ unreadable }: Opened): string[] => unreadable.map(({ reason }) => reason);

describe('a DICOMDIR', () => {
  it('opened by itself gives the files that it refers to and no others, whatever their case', async () => {
    const disc = place('alone');
    place('alone/images');
    folder.write('alone/images/im1', slice('1.1'));
    folder.write('alone/images/im9', slice('1.9'));
    const path = folder.write('alone/index.bin', dicomdir({}, file('IMAGES', 'IM1'), file('IMAGES', 'IM1')));
    const opened = await indexPaths([path]);
    expect(pathsOf(opened)).toEqual([join(disc, 'images/im1')]);
    expect([opened.unreadable, opened.files]).toEqual([[], 1]);
  });

  it('of a folder lists what is missing, and the viewer beside it is passed over', async () => {
    const disc = place('disc');
    place('disc/viewer');
    folder.write('disc/IM1', slice('1.1'));
    folder.write('disc/IM3', slice('1.3'));
    folder.write('disc/viewer/logo.png', Buffer.from('89504e470d0a1a0a', 'hex'));
    folder.write('disc/AUTORUN.INF', '[autorun]');
    folder.write('disc/DICOMDIR', dicomdir(file('IM1'), file('IM2')));
    const opened = await indexPaths([disc]);
    // What nobody refers to is an image all the same.
    expect(pathsOf(opened)).toEqual([join(disc, 'IM1'), join(disc, 'IM3')]);
    expect(opened.unreadable).toEqual([
      {
        path: join(disc, 'IM2'),
        reason:
          'IM2 is listed in the DICOMDIR and is not there; copy the whole disc, or ask for a new copy of it.',
      },
    ]);
  });

  it('never leads out of its folder, and does not follow what was deleted from it', async () => {
    place('out/in');
    folder.write('out/secret', slice('1.1'));
    folder.write('out/in/old', slice('1.2'));
    const old = { ...file('OLD'), 0x00041410: ['US', [0]] } as const;
    const path = folder.write('out/in/DICOMDIR', dicomdir(file('..', 'SECRET'), old));
    const opened = await indexPaths([path]);
    expect(pathsOf(opened)).toEqual([]);
    expect(reasonsOf(opened)).toEqual([expect.stringMatching(/^SECRET is listed in the DICOMDIR/)]);
    expect(opened.unreadable[0]!.path).toBe(join(folder.path, 'out/in/_/SECRET'));
  });

  it('that lists nothing says so where it was opened by itself', async () => {
    const empty = writeDicom({ 0x00041130: ['CS', 'DISC'] });
    const at = empty.indexOf('1.2.840.10008.5.1.4.1.1.7');
    empty.write('1.2.840.10008.1.3.10\0\0\0\0\0', at, 'latin1');
    const opened = await indexPaths([folder.write('empty', empty)]);
    expect(reasonsOf(opened)).toEqual(['empty lists no files; open the folder that it lies in.']);
  });

  it.each(['DICOMDIR', 'DICOMDIR-bigEnd', 'DICOMDIR-implicit', 'DICOMDIR-reordered'])(
    "of pydicom's, %s, leads to all of its files",
    async (name) => {
      const opened = await indexPaths([join(corpora.pydicom, 'dicomdirtests', name)]);
      expect(opened.files).toBe(31);
      expect(reasonsOf(opened).filter((reason) => /is not there/.test(reason))).toEqual([]);
      expect(pathsOf(opened)).toHaveLength(31);
    },
  );
});
