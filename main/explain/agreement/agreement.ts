import type { Agreement, Explanation, PairAgreement } from '../../../preload/vocabulary';
import { PersonError } from '../../process/errors';
import { areaMeans, type Box, overlap, reducedGrid } from './common-grid';
import { disagreement } from './disagreement';
import { spearman } from './spearman';
import { ssim } from './ssim';

/** Maps are smooth at this size already, and ranks of 16,384 values take milliseconds. */
const cellsMost = 128;

/**
 * Part of a map's peak below which its order is no evidence: half of what is drawn at the usual threshold of a fifth.
 * Most of a map lies there, and would rule the ranks: two maps that mark the same nodule of the demonstration, Grad-CAM
 * and LayerCAM, have a rank correlation of 0.36 with it and of 0.71 without; with the two controls it is −0.11 to 0.09 without.
 */
const floorOfPeak = 0.1;

/** What is compared: a map, what to call it, and what of the slice the model saw. */
export type Compared = Pick<
  Explanation,
  'id' | 'map' | 'sopInstanceUid' | 'frame' | 'classIndex' | 'against'
> & {
  readonly name: string;
  readonly seen: Explanation['seen'];
};

/** A box in whole pixels inside a map. */
function inside({ seen: [x, y, width, height], map }: Compared): Box {
  const [left, top] = [Math.max(0, Math.ceil(x)), Math.max(0, Math.ceil(y))];
  const [right, bottom] = [
    Math.min(map.columns, Math.floor(x + width)),
    Math.min(map.rows, Math.floor(y + height)),
  ];
  return [left, top, right - left, bottom - top];
}

/** A map without what lies below the floor. */
function aboveFloor(map: Float32Array): Float32Array {
  const floor = floorOfPeak * map.reduce((peak, value) => Math.max(peak, value), 0);
  return map.map((value) => (value < floor ? 0 : value));
}

function commonBox(compared: readonly Compared[]): Box {
  const [first] = compared;
  const isOfOne = compared.every(
    ({ sopInstanceUid, frame }) => sopInstanceUid === first?.sopInstanceUid && frame === first.frame,
  );
  if (!isOfOne)
    throw new PersonError('Maps of different slices cannot be compared; explain one slice in each way.');
  const box = overlap(compared.map(inside));
  if (!box)
    throw new PersonError('No part of the slice was seen in all these maps; compare maps of one model.');
  return box;
}

/**
 * How far the maps of one slice agree, pair by pair: rank correlation and structural similarity over what all of them
 * saw of the slice, reduced to at most 128 × 128 cells by averaging areas; ranks are those of what is above a tenth of
 * each map's peak. PersonError where there are fewer than
 * two maps, they are of different slices, or share no part of it.
 */
export function agreementOf(compared: readonly Compared[]): Agreement {
  if (compared.length < 2)
    throw new PersonError('One map alone cannot be compared; explain the slice in two ways.');
  const box = commonBox(compared);
  const grid = reducedGrid(box, cellsMost);
  const maps = compared.map(({ map }) => areaMeans(map, box, grid));
  const warnings: string[] = [];
  const pairs = compared.flatMap((one, i) =>
    compared.slice(i + 1).map((other, k): PairAgreement => {
      const [a, b] = [maps[i]!, maps[i + 1 + k]!];
      const rankCorrelation = spearman(aboveFloor(a), aboveFloor(b));
      warnings.push(...disagreement(one, other, rankCorrelation));
      return {
        between: [one.id, other.id],
        rankCorrelation,
        structuralSimilarity: ssim(a, b, grid),
      };
    }),
  );
  return { names: compared.map(({ name }) => name), grid, pairs, warnings };
}
