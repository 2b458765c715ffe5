import { describe, expect, it } from 'vitest';
import type { Explanation, Series, Slice, Study } from '../../../preload/vocabulary';
import { type Place, placeKey } from '../frames';
import { Panes } from '../panes.svelte';
import { Problems } from '../problems.svelte';
import type { ReadOptions } from '../slice-source';
import { carriedBy } from './carried';
import { Cuts } from './cuts.svelte';
import { showThreePlanes } from './three-planes';

const size = { rows: 4, columns: 6 };

function seriesOf(uid: string, positions: readonly number[]): Series {
  const instances = positions.map((z, index) => ({
    ...{
      sopInstanceUid: `${uid}.${index}`,
      numberOfFrames: 1,
      path: `/${index}`,
      ...size,
      frameOfReferenceUid: '9',
    },
    geometry: { position: [0, 0, z], orientation: [1, 0, 0, 0, 1, 0] },
    spacing: { row: 1, column: 1, kind: 'patient' },
    ...{ frameGeometry: null, frameRate: null, imageType: ['ORIGINAL'] },
  }));
  return {
    seriesInstanceUid: uid,
    seriesDescription: 'Chest',
    modality: 'CT',
    instances,
  } as unknown as Series;
}

function sliceOf({ instance }: Place): Slice {
  return {
    ...{
      sopInstanceUid: instance.sopInstanceUid,
      frame: 1,
      ...size,
      samples: 1,
      inverted: false,
      unit: 'HU',
    },
    pixels: new Int16Array(24).fill(7),
    windows: [{ center: 40, width: 400, explanation: '' }],
    ...{ minimum: 7, maximum: 7, photometricInterpretation: 'MONOCHROME2', overlays: [], shutter: null },
  };
}

function room(
  series: Series,
  isOpening = (): boolean => false,
): { cuts: Cuts; panes: Panes; problems: Problems; read: Place[] } {
  const read: Place[] = [];
  const problems = new Problems();
  const files = {
    isAtHand: () => false,
    read: (place: Place) => {
      read.push(place);
      return Promise.resolve(sliceOf(place));
    },
  };
  const cuts = new Cuts(problems, files, isOpening);
  const panes = new Panes(cuts);
  panes.active.select({ studyInstanceUid: '1', series: [series] } as unknown as Study, series);
  return { cuts, panes, problems, read };
}

const regular = seriesOf('1.1', [0, 2, 4, 6, 8]);

describe('cutting the series of a pane', () => {
  it('waits until all slices are known', async () => {
    let opening = true;
    const { cuts, panes, problems } = room(regular, () => opening);
    await cuts.show(panes.active, 'coronal', panes.all);
    expect(panes.active.series).toBe(regular);
    expect(problems.notices.map(({ message }) => message)).toEqual([
      'Files are still being read; cut the series when all of its slices are known.',
    ]);
    opening = false;
    await cuts.show(panes.active, 'coronal', panes.all);
    expect(cuts.directionOf(panes.active.series)).toBe('coronal');
  });

  it('shows the cut through the middle of the slice, keeps the chosen window, and goes back to what was acquired', async () => {
    const { cuts, panes } = room(regular);
    const pane = panes.active;
    const lung = { center: -600, width: 1500, explanation: 'Lung' };
    pane.display.chosen = lung;
    await cuts.show(pane, 'coronal', panes.all);
    expect([cuts.directionOf(pane.series), pane.frames.length, pane.index]).toEqual(['coronal', 4, 1]);
    expect(pane.display.chosen).toEqual(lung);
    expect(cuts.isAtHand(pane.place!)).toBe(true);
    expect(await cuts.read(pane.place!)).toMatchObject({ rows: 9, columns: 6, unit: 'HU' });
    expect(cuts.progress).toBeNull();
    await cuts.show(pane, null, panes.all);
    expect([pane.series, cuts.directionOf(pane.series)]).toEqual([regular, null]);
  });

  it('goes to the plane in which the slice lay, and back', async () => {
    const { cuts, panes } = room(regular);
    const pane = panes.active;
    pane.goTo(4);
    await cuts.show(pane, 'axial', panes.all);
    expect(pane.index).toBe(4);
    pane.goTo(1);
    await cuts.show(pane, null, panes.all);
    expect(pane.index).toBe(1);
  });

  it('reads acquired slices as it was asked to: what lies ahead may wait, and be given up', async () => {
    const asked: unknown[] = [];
    const files = {
      isAtHand: () => false,
      read: (place: Place, options?: ReadOptions) => {
        asked.push(options);
        return Promise.resolve(sliceOf(place));
      },
    };
    const ahead = { ahead: true, signal: new AbortController().signal };
    await new Cuts(new Problems(), files).read({ instance: regular.instances[0]!, frame: 1 }, ahead);
    expect(asked).toEqual([ahead]);
  });

  it('gives the volume up when nothing that is shown comes from it', async () => {
    const { cuts, panes, read } = room(regular);
    await cuts.show(panes.active, 'coronal', panes.all);
    const once = read.length;
    const { study } = panes.active;
    panes.active.select(study!, seriesOf('1.9', [0, 1, 2]));
    cuts.keepOnly(panes.all);
    panes.active.select(study!, regular);
    await cuts.show(panes.active, 'coronal', panes.all);
    expect(read.length).toBe(2 * once);
  });

  it('reads the volume once for all directions', async () => {
    const { cuts, panes, read } = room(regular);
    await cuts.show(panes.active, 'coronal', panes.all);
    const once = read.length;
    await cuts.show(panes.active, 'sagittal', panes.all);
    expect([cuts.directionOf(panes.active.series), read.length]).toEqual(['sagittal', once]);
  });

  it('says in a sentence why an irregular series stays as it is', async () => {
    const odd = seriesOf('1.2', [0, 2, 4, 9]);
    const { cuts, panes, problems } = room(odd);
    await cuts.show(panes.active, 'axial', panes.all);
    expect(panes.active.series).toBe(odd);
    expect(problems.notices.map(({ message }) => message).join()).toMatch(/not evenly spaced/);
  });
});

describe('three planes', () => {
  it('fill four panes, the acquired one first and active', async () => {
    const { cuts, panes, problems } = room(regular);
    panes.active.goTo(3);
    await showThreePlanes(panes, cuts, problems);
    expect(panes.all.slice(0, 2).map(({ index }) => index)).toEqual([3, 3]);
    expect(panes.layout).toBe('2×2');
    expect(panes.all.map(({ series }) => cuts.directionOf(series))).toEqual([
      null,
      'axial',
      'coronal',
      'sagittal',
    ]);
    expect(panes.active.id).toBe(0);
  });

  it('leave everything as it is where the series cannot be cut', async () => {
    const { cuts, panes, problems } = room(seriesOf('1.3', [0, 5]));
    await showThreePlanes(panes, cuts, problems);
    expect([panes.layout, problems.notices[0]?.message]).toEqual([
      '1×1',
      expect.stringMatching(/at least 3 slices/),
    ]);
  });
});

describe('what is carried to a cut', () => {
  const explanation = (classIndex: number, modelId = 'm'): Explanation =>
    ({
      modelId,
      classIndex,
      classLabel: `class ${classIndex}`,
      method: 'grad-cam',
      layer: 'a',
    }) as unknown as Explanation;
  const places = regular.instances.map((instance) => ({ instance, frame: 1 }));
  const [a, b, c] = places.map(placeKey) as [string, string, string];

  it('are the explanations that are like the newest of the series', () => {
    const found = carriedBy(
      { [a]: explanation(0), [b]: explanation(1), [c]: explanation(1), other: explanation(0) },
      'm',
      places,
    );
    expect([...found!.of.keys()]).toEqual([b, c]);
    expect(found!.name).toBe('Heat maps of 2 of 5 slices · class 1');
  });

  it('is nothing where no slice, or only another model, was asked', () => {
    expect(carriedBy({ [a]: explanation(0, 'other') }, 'm', places)).toBeNull();
  });
});
