import type { Spread } from '../statistics';

/** A figure beside what it should be at most. */
export interface Ratio {
  readonly ratio: number;
  readonly target: number;
  readonly met: boolean;
}

/** One figure as a share of another, by their medians, rounded to 0.001; met where it is at most the target. */
export function ratioOf(ours: Pick<Spread, 'median'>, theirs: Pick<Spread, 'median'>, target: number): Ratio {
  const ratio = Math.round((ours.median / theirs.median) * 1000) / 1000;
  return { ratio, target, met: ratio <= target };
}
