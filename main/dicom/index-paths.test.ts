import { mkdirSync, symlinkSync } from 'node:fs';
import { join } from 'node:path';
import { PNG } from 'pngjs';
import { describe, expect, it } from 'vitest';
import type { Opened } from '../../preload/contract';
import type { Progress, Study } from '../../preload/vocabulary';
import { CancelledError } from '../process/errors';
import { indexPaths } from './index-paths';
import { testFolder } from './testing/folder';
import { imageElements } from './testing/image';
import type { Elements } from './testing/write';
import { writeDicom } from './testing/write';

const folder = testFolder();
const size = { rows: 4, columns: 4 };

function slice(uid: string, more: Elements): Buffer {
  return writeDicom(imageElements(size, { 0x00080018: ['UI', uid], ...more }));
}

function place(name: string): string {
  const path = join(folder.path, name);
  mkdirSync(path, { recursive: true });
  return path;
}

const positioned = (z: number, number: number): Elements => ({
  0x00200013: ['IS', String(number)],
  0x00200032: ['DS', `0\\0\\${z}`],
  0x00200037: ['DS', '1\\0\\0\\0\\1\\0'],
});

const numbersOf = (opened: Opened): (number | null)[] =>
  opened.studies[0]!.series[0]!.instances.map(({ instanceNumber }) => instanceNumber);

describe('the order of slices', () => {
  it('is along the normal, whatever their numbers', async () => {
    place('normal');
    [30, -10, 10, -10.5].forEach((z, i) =>
      folder.write(`normal/${i}`, slice(`1.${i + 1}`, positioned(z, i))),
    );
    expect(numbersOf(await indexPaths([place('normal')]))).toEqual([3, 1, 2, 0]);
  });

  it('is by number where orientations differ', async () => {
    place('scout');
    const tilted: Elements = { ...positioned(-50, 9), 0x00200037: ['DS', '0\\1\\0\\0\\0\\-1'] };
    folder.write('scout/a', slice('1.1', positioned(5, 2)));
    folder.write('scout/b', slice('1.2', positioned(9, 1)));
    folder.write('scout/c', slice('1.3', tilted));
    expect(numbersOf(await indexPaths([place('scout')]))).toEqual([1, 2, 9]);
  });

  it('is by name as people count where there are no numbers', async () => {
    place('names');
    for (const name of ['image 10', 'image 9', 'image 1'])
      folder.write(`names/${name}`, slice(`1.${name.slice(6)}`, {}));
    const { studies } = await indexPaths([place('names')]);
    expect(studies[0]!.series[0]!.instances.map(({ sopInstanceUid }) => sopInstanceUid)).toEqual([
      '1.1',
      '1.9',
      '1.10',
    ]);
  });
});

describe('studies', () => {
  it('hold series by number and what the header says', async () => {
    place('studies');
    const common: Elements = {
      0x00080020: ['DA', '20240131'],
      0x00081030: ['LO', 'Chest'],
      0x00100010: ['PN', 'Doe^Jane'],
      0x00100020: ['LO', 'A-1'],
    };
    folder.write(
      'studies/a',
      slice('1.1', { ...common, 0x0020000e: ['UI', '5.2'], 0x00200011: ['IS', '2'] }),
    );
    folder.write(
      'studies/b',
      slice('1.2', { ...common, 0x0020000e: ['UI', '5.1'], 0x00200011: ['IS', '1'] }),
    );
    folder.write(
      'studies/c',
      slice('1.3', { ...common, 0x0020000d: ['UI', '9'], 0x0020000e: ['UI', '5.3'] }),
    );
    const { studies } = await indexPaths([place('studies')]);
    expect(studies).toHaveLength(2);
    const study = studies.find(({ studyInstanceUid }) => studyInstanceUid === '1.2.3.1')!;
    expect(study).toMatchObject({ patientName: 'Doe, Jane', patientId: 'A-1', studyDate: '20240131' });
    expect(study.series.map(({ seriesInstanceUid }) => seriesInstanceUid)).toEqual(['5.1', '5.2']);
  });

  it('show an image once that is there twice, and list the copy', async () => {
    place('twice');
    folder.write('twice/b', slice('1.1', {}));
    folder.write('twice/a', slice('1.1', {}));
    const { studies, unreadable } = await indexPaths([place('twice')]);
    expect(studies[0]!.series[0]!.instances.map(({ path }) => path)).toEqual([join(folder.path, 'twice/a')]);
    expect(unreadable.map(({ reason }) => reason)).toEqual([
      'b has the same SOPInstanceUID as a, which is shown.',
    ]);
  });

  it('are found in folders of folders, without hidden files, DICOMDIR and circles', async () => {
    place('deep/er/still');
    folder.write('deep/er/still/a', slice('1.1', {}));
    folder.write('deep/.hidden', 'x');
    folder.write('deep/DICOMDIR', 'x');
    symlinkSync('..', join(folder.path, 'deep/er/circle'));
    const { studies, unreadable, files } = await indexPaths([place('deep')]);
    expect([studies.length, unreadable.length, files]).toEqual([1, 0, 1]);
  });
});

describe('pictures', () => {
  it('count as a study of one image whose UIDs come from its bytes', async () => {
    const bytes = PNG.sync.write(new PNG({ width: 5, height: 3 }));
    const [one, two] = [folder.write('one.png', bytes), folder.write('two.png', bytes)];
    const [first, second] = [await indexPaths([one]), await indexPaths([two])];
    const instance = first.studies[0]!.series[0]!.instances[0]!;
    expect(instance).toMatchObject({
      rows: 3,
      columns: 5,
      numberOfFrames: 1,
      transferSyntaxUid: 'image/png',
    });
    expect(instance.sopInstanceUid).toMatch(/^2\.25\.\d{1,39}$/);
    expect(second.studies[0]!.series[0]!.instances[0]!.sopInstanceUid).toBe(instance.sopInstanceUid);
    expect(first.studies[0]!.studyDescription).toBe('one.png');
  });
});

describe('objects', () => {
  const modality = (sopClass: string): Elements => ({
    0x00080016: ['UI', `1.2.840.10008.5.1.4.1.1.${sopClass}`],
  });
  const titled: Elements = { 0x0040a043: ['SQ', { items: [{ 0x00080104: ['LO', 'Measurement report'] }] }] };
  const bare = (uid: string, more: Elements): Buffer =>
    writeDicom({
      0x00080018: ['UI', uid],
      0x0020000d: ['UI', '1.2.3.1'],
      0x0020000e: ['UI', '1.2.3.9'],
      ...more,
    });

  it('of a study are listed by what they are called, not as images and not as unreadable', async () => {
    place('objects');
    folder.write('objects/ct', slice('1.1', {}));
    folder.write(
      'objects/seg',
      slice('1.2', { ...modality('66.4'), 0x0020000e: ['UI', '6'], 0x00700080: ['CS', 'LIVER'] }),
    );
    folder.write('objects/sr', bare('1.3', { ...modality('88.33'), ...titled }));
    folder.write('objects/rt', bare('1.4', { ...modality('481.3'), 0x30060002: ['SH', 'Plan A'] }));
    const { studies, unreadable, files } = await indexPaths([place('objects')]);
    expect([studies.length, unreadable, files]).toEqual([1, [], 4]);
    const [{ series, objects }] = studies as [Study];
    expect(series.map(({ instances }) => instances.map(({ sopInstanceUid }) => sopInstanceUid))).toEqual([
      ['1.1'],
    ]);
    expect(objects.map(({ kind, label }) => `${kind} ${label}`)).toEqual([
      'RTSTRUCT Plan A',
      'SEG LIVER',
      'SR Measurement report',
    ]);
  });

  it('alone are a study; a map or segmentation is then shown as an image', async () => {
    place('alone');
    folder.write('alone/sr', bare('1.3', modality('88.33')));
    const [{ series, objects }] = (await indexPaths([place('alone')])).studies as [Study];
    expect([series, objects.length]).toEqual([[], 1]);
    folder.write('alone/map', slice('1.2', modality('30')));
    const [withMap] = (await indexPaths([place('alone')])).studies as [Study];
    expect([withMap.series.length, withMap.objects.length]).toEqual([1, 2]);
  });

  it('are listed once, the first by name', async () => {
    place('copies');
    for (const name of ['b', 'a']) folder.write(`copies/${name}`, bare('1.3', modality('88.33')));
    const { studies, unreadable } = await indexPaths([place('copies')]);
    expect(studies[0]!.objects.map(({ path }) => path)).toEqual([join(folder.path, 'copies/a')]);
    expect(unreadable.map(({ reason }) => reason)).toEqual([
      'b has the same SOPInstanceUID as a, which is shown.',
    ]);
  });

  it.each([
    ['11.1', 'is a presentation state: it holds no image to show.'],
    ['88.59', 'is a selection of key images: it holds no image to show.'],
    ['104.1', 'is a PDF document: it holds no image to show.'],
    ['481.5', 'is a radiotherapy plan or record: it holds no image to show.'],
  ])('of class %s are named where they are not read', async (sopClass, says) => {
    const { unreadable } = await indexPaths([folder.write('other', bare('1.3', modality(sopClass)))]);
    expect(unreadable.map(({ reason }) => reason)).toEqual([`other ${says}`]);
  });
});

describe('while files are read', () => {
  it('the first find is told at once, and each part tells only what is new', async () => {
    place('news');
    for (let i = 0; i < 100; i++)
      folder.write(`news/${i}`, slice(`1.${i + 1}`, { 0x00200013: ['IS', String(i)] }));
    folder.write('news/0.txt', 'no image');
    const parts: Opened[] = [];
    await indexPaths([place('news')], { onPart: (each) => parts.push(each), now: ticking(30) });
    const told = parts.map((part) => numbersOf(part));
    expect(told[0]).toEqual([0]);
    expect(parts[0]!.files).toBe(1);
    expect(new Set(told.flat()).size).toBe(told.flat().length);
    expect(parts.flatMap(({ unreadable }) => unreadable)).toHaveLength(1);
  });

  it('progress and snapshots are told, fewer the more there are', async () => {
    place('many');
    for (let i = 0; i < 300; i++) folder.write(`many/${i}`, slice(`1.${i + 1}`, {}));
    const progress: Progress[] = [];
    const parts: Opened[] = [];
    const opened = await indexPaths([place('many')], {
      onProgress: (each) => progress.push(each),
      onPart: (each) => parts.push(each),
      now: ticking(20),
    });
    expect(opened.files).toBe(300);
    expect(opened.studies[0]!.series[0]!.instances).toHaveLength(300);
    expect(parts.length).toBeGreaterThan(3);
    expect(parts.length).toBeLessThan(12);
    expect(parts.map(({ files }) => files)).toEqual(progress.map(({ done }) => done));
    const gaps = parts.slice(1).map(({ files }, i) => files - parts[i]!.files);
    expect(gaps).toEqual(gaps.toSorted((a, b) => a - b));
  });

  it('a cancel ends it', async () => {
    const controller = new AbortController();
    const cancelled = indexPaths([place('many')], {
      signal: controller.signal,
      onPart: () => controller.abort(),
      now: ticking(20),
    });
    await expect(cancelled).rejects.toBeInstanceOf(CancelledError);
  });
});

/** A clock that goes on by so many milliseconds each time it is looked at. */
function ticking(step: number): () => number {
  let time = 0;
  return () => (time += step);
}
