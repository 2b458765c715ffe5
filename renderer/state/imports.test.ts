import { describe, expect, it } from 'vitest';
import { textOf } from '../../preload/text';
import type { ImportedObject, Region, Study, StudyObject } from '../../preload/vocabulary';
import { deferred, fakeBridge } from '../testing/fake-bridge';
import { broughtBy, tooMany } from './imported-regions';
import { Imports } from './imports.svelte';
import { Problems } from './problems.svelte';
import { Regions } from './regions.svelte';

const object: StudyObject = {
  ...{ kind: 'SEG', sopInstanceUid: '1.66', sopClassUid: '1', seriesInstanceUid: '2' },
  ...{ seriesDescription: '', path: '/seg.dcm', label: 'LUNG' },
};
const region = (label: string, frame = 1): Omit<Region, 'id'> => ({
  ...{ sopInstanceUid: '1.2', frame, kind: 'lesion', label, shape: 'rectangle' },
  points: [
    [1, 1],
    [4, 4],
  ],
  origin: `SEG "${label}" of 1.66`,
});
const map = {
  ...{ sopInstanceUid: '1.2', frame: 2, quantity: 'ADC', unit: 'mm2/s' },
  map: { rows: 1, columns: 1, values: Float32Array.of(3), peak: 3 },
};
const imported: ImportedObject = {
  object,
  regions: [region('Liver'), region('Tumour', 2)],
  maps: [map],
  leftOut: ['1 frame left out.'],
};
const image = { sopInstanceUid: '1.2' };
const study = {
  studyInstanceUid: 'study',
  series: [{ instances: [image, { sopInstanceUid: '1.66' }] }],
  objects: [object],
} as unknown as Study;
const drawn: Region = { ...region('mine'), id: 'mine', origin: undefined };

/** An object as it crosses into the window. */
const across = (object: ImportedObject) => ({ ...object, regions: textOf(object.regions) });

async function begun(answer: () => unknown = () => across(imported)) {
  const { asked } = fakeBridge({
    loadReview: () => textOf({ regions: [drawn], measurements: [], comment: '' }),
    readObject: answer,
  });
  const problems = new Problems();
  const regions = new Regions(problems);
  await regions.take('study');
  const labels = (): string[] => regions.all.map(({ label }) => label);
  return { asked, problems, regions, imports: new Imports(regions, problems), labels };
}

describe('an object of a study', () => {
  it('is read with the images of its study, and put on them in one step', async () => {
    const { asked, imports, regions, labels } = await begun();
    await imports.show(study, object);
    const argument = asked.find(({ name }) => name === 'readObject')?.argument;
    expect(argument).toMatchObject({ path: '/seg.dcm', instances: textOf([image]) });
    expect(labels()).toEqual(['mine', 'Liver', 'Tumour']);
    expect(new Set(regions.all.map(({ id }) => id)).size).toBe(3);
    expect(imports.drawnOn({ sopInstanceUid: '1.2', frame: 2 })).toEqual({
      ...{ map: map.map, seen: null, unit: 'mm2/s', name: 'Parametric map: ADC' },
    });
    regions.undo();
    expect(labels()).toEqual(['mine']);
  });

  it('is never on the images twice', async () => {
    const { imports, labels } = await begun();
    await imports.show(study, object);
    await imports.show(study, object);
    expect(labels()).toEqual(['mine', 'Liver', 'Tumour']);
  });

  it('counts as the kind that the reviewer gives it, before and after', async () => {
    const { imports, regions } = await begun();
    imports.setKind('1.66', 'artefact');
    await imports.show(study, object);
    const kinds = (): string[] => regions.all.map(({ kind }) => kind);
    expect(kinds()).toEqual(['lesion', 'artefact', 'artefact']);
    imports.setKind('1.66', 'lesion');
    expect(kinds()).toEqual(['lesion', 'lesion', 'lesion']);
    regions.undo();
    expect(kinds()).toEqual(['lesion', 'artefact', 'artefact']);
  });

  it('goes off the images with its maps; what was drawn by hand stays', async () => {
    const { imports, labels } = await begun();
    await imports.show(study, object);
    expect(imports.isShown('1.66')).toBe(true);
    imports.hide('1.66');
    expect(imports.isShown('1.66')).toBe(false);
    expect(labels()).toEqual(['mine']);
    expect(imports.mapOn({ sopInstanceUid: '1.2', frame: 2 })).toBeNull();
  });

  it('waits for the earlier marks of another study', async () => {
    const { imports, regions, labels } = await begun();
    const other = { ...study, studyInstanceUid: 'other' };
    await imports.show(other, object);
    expect(labels()).toEqual(['mine']);
    await regions.take('other');
    imports.settle(regions.atHand);
    expect(labels()).toEqual(['mine', 'Liver', 'Tumour']);
  });

  it('that was given up while it was read changes nothing', async () => {
    const reading = deferred<ReturnType<typeof across>>();
    const { asked, imports, labels } = await begun(() => reading.promise);
    const shown = imports.show(study, object);
    imports.cancel();
    reading.resolve(across(imported));
    expect(await shown).toBeNull();
    expect(asked.some(({ name }) => name === 'cancel')).toBe(true);
    expect(labels()).toEqual(['mine']);
  });

  it('that cannot be read says why', async () => {
    const { imports, problems } = await begun(() => {
      throw new Error('seg.dcm is cut off.');
    });
    expect(await imports.show(study, object)).toBeNull();
    expect(problems.notices.map(({ message }) => message)).toEqual(['seg.dcm is cut off.']);
  });
});

it('says what an object brings, and when a review cannot hold it', () => {
  expect(broughtBy(imported)).toBe('2 regions on 2 images · 1 map on 1 image');
  expect(broughtBy({ ...imported, regions: [], maps: [] })).toBe('');
  expect(tooMany(9_000, 1_000)).toBe('');
  expect(tooMany(9_001, 1_000)).toMatch(/^A review holds 10000 regions/);
});
