import { describe, expect, it } from 'vitest';
import type { TargetLayer } from '../../../preload/vocabulary';
import { mostChannels, stageOf, stagesOf } from './layer-stages';

/** Layers on square grids of these sides, named by their place. */
const onGrids = (...sides: number[]): TargetLayer[] =>
  sides.map((side, at) => ({ name: `l${at}`, kind: 'Conv2D', rows: side, columns: side, channels: at + 1 }));

const namesIn = (layers: readonly TargetLayer[]): string[][] =>
  stagesOf(layers).map((stage) => stage.layers.map(({ name }) => name));

describe('stages of a network', () => {
  it('are the layers of one grid in the order of computation', () => {
    expect(namesIn(onGrids(8, 8, 4, 4, 4, 2))).toEqual([['l0', 'l1'], ['l2', 'l3', 'l4'], ['l5']]);
    expect(stagesOf([])).toEqual([]);
  });

  it('keep a grid together where a branch of a coarser one is computed meanwhile', () => {
    expect(namesIn(onGrids(8, 4, 8, 8, 4, 4))).toEqual([
      ['l0', 'l2', 'l3'],
      ['l1', 'l4', 'l5'],
    ]);
  });

  it('begin again where a grid comes back after more than a branch, as in a decoder', () => {
    expect(stagesOf(onGrids(8, 4, 4, 4, 4, 4, 8)).map(({ rows }) => rows)).toEqual([8, 4, 8]);
  });

  it('tell grids of the same rows apart by their columns', () => {
    const [layer] = onGrids(4);
    expect(stagesOf([layer!, { ...layer!, name: 'wide', columns: 6 }])).toHaveLength(2);
  });

  it('are found by a layer, and know their most channels', () => {
    const stages = stagesOf(onGrids(8, 8, 4));
    expect(stageOf(stages, 'l1')).toBe(stages[0]);
    expect(stageOf(stages, 'attic')).toBeUndefined();
    expect(stages.map(mostChannels)).toEqual([2, 3]);
  });

  it('hold every layer of a network of 430 once', () => {
    const sides = Array.from({ length: 430 }, (_, at) => 112 >> Math.floor(at / 90));
    expect(namesIn(onGrids(...sides)).flat()).toEqual(onGrids(...sides).map(({ name }) => name));
  });
});
