import { join } from 'node:path';
import { CHEST_PHOTONS, CHEST_SIZE, renderChest } from './chest/chest';
import type { ChestPlan } from './chest/chest';
import { renderCt } from './ct/ct';
import type { PhantomRegion } from './draw/region';
import { renderSkin, SKIN_SIZE } from './skin/skin';
import type { SkinPlan } from './skin/skin';
import type { Common, Place, Subject } from './write/common';
import { dicomBytes, writeWhole } from './write/file';
import { chestDataset, ctDataset, skinDataset } from './write/images';
import type { Frame } from './write/jpeg-ls';

/** One image of the demonstration study: where it goes, what it says and what is truly in it. */
export interface StudyImage {
  file: string;
  dataset: Common;
  frame: Frame;
  regions: PhantomRegion[];
}

/** A region as the regions file lists it. */
export interface ListedRegion extends PhantomRegion {
  sopInstanceUid: string;
  frame: number;
}

const CHEST: Subject = {
  key: 'chest',
  patientName: 'Demonstration^Chest',
  patientId: 'DEMO-CHEST',
  studyDescription: 'Demonstration: chest radiographs (phantoms)',
};
const CT: Subject = {
  key: 'ct',
  patientName: 'Demonstration^CT',
  patientId: 'DEMO-CT',
  studyDescription: 'Demonstration: chest CT (phantom)',
};
const SKIN: Subject = {
  key: 'skin',
  patientName: 'Demonstration^Skin',
  patientId: 'DEMO-SKIN',
  studyDescription: 'Demonstration: dermoscopy (phantoms)',
};

const clean = { marker: false, initials: false, device: false };
/** The radiographs in reading order; the first shows a nodule and, far from it, the side marker. */
const CHEST_PLANS: readonly [string, Omit<ChestPlan, 'photons'>][] = [
  ['demo-a', { ...clean, nodules: 1, marker: true, initials: true }],
  ['demo-b', { ...clean, nodules: 0, initials: true }],
  ['demo-c', { ...clean, nodules: 0, marker: true }],
  ['demo-d', { ...clean, nodules: 2, device: true }],
];

const bare = { ink: false, ruler: false, hairs: false, vignette: false };
const SKIN_PLANS: readonly [string, Omit<SkinPlan, 'noise'>][] = [
  ['demo-a', { ...bare, malignant: true, ink: true, ruler: true }],
  ['demo-b', { ...bare, malignant: false, hairs: true, vignette: true }],
  ['demo-c', { ...bare, malignant: false, ink: true }],
  ['demo-d', { ...bare, malignant: true, hairs: true, vignette: true }],
];

/** Every image of the demonstration study, one after another. */
export function* studyImages(): Generator<StudyImage> {
  yield* chestImages();
  yield* ctImages();
  yield* skinImages();
}

function* chestImages(): Generator<StudyImage> {
  for (const [index, [seed, plan]] of CHEST_PLANS.entries()) {
    const phantom = renderChest(seed, { ...plan, photons: CHEST_PHOTONS }, CHEST_SIZE);
    const dataset = chestDataset(CHEST, placeOf(1, 'Chest PA (phantoms)', index), phantom.columns);
    yield {
      file: `chest/${fileName(index)}`,
      dataset,
      frame: { ...phantom, samples: 1, bits: 12 },
      regions: phantom.regions,
    };
  }
}

function* ctImages(): Generator<StudyImage> {
  for (const [index, slice] of renderCt('demo-ct').entries()) {
    const dataset = ctDataset(CT, placeOf(1, 'Chest axial 5 mm (phantom)', index), slice);
    yield {
      file: `ct/${fileName(index)}`,
      dataset,
      frame: { ...slice, samples: 1, bits: 12 },
      regions: slice.regions,
    };
  }
}

function* skinImages(): Generator<StudyImage> {
  for (const [index, [seed, plan]] of SKIN_PLANS.entries()) {
    const phantom = renderSkin(seed, { ...plan, noise: 2 }, SKIN_SIZE);
    const dataset = skinDataset(SKIN, placeOf(1, 'Dermoscopy (phantoms)', index), phantom.columns);
    yield {
      file: `skin/${fileName(index)}`,
      dataset,
      frame: { ...phantom, samples: 3, bits: 8 },
      regions: phantom.regions,
    };
  }
}

function placeOf(series: number, seriesDescription: string, index: number): Place {
  return { series, seriesDescription, instance: index + 1 };
}

function fileName(index: number): string {
  return `${String(index + 1).padStart(2, '0')}.dcm`;
}

/** Writes the study and its true regions into a folder; returns how many files and bytes. */
export async function writeStudy(folder: string): Promise<{ files: number; bytes: number }> {
  const listed: ListedRegion[] = [];
  let files = 0;
  let bytes = 0;
  for (const image of studyImages()) {
    const file = await dicomBytes(image.dataset, image.frame);
    await writeWhole(join(folder, image.file), file);
    listed.push(
      ...image.regions.map((region) => ({
        sopInstanceUid: image.dataset.SOPInstanceUID,
        frame: 1,
        ...region,
      })),
    );
    files++;
    bytes += file.length;
  }
  await writeWhole(join(folder, 'regions.json'), `${JSON.stringify(listed, null, 1)}\n`);
  return { files, bytes };
}
