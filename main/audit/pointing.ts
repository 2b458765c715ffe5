import { areaShare, type Metric } from './metric';

/**
 * The pointing game (Zhang, Lin, Brandt, Shen and Sclaroff 2016, ECCV, section 4.2) without their 15 pixels of
 * tolerance. Where several pixels share the largest value the figure is the part of them inside: what drawing one of
 * them by lot would hit on average.
 */
export const pointing: Metric = {
  id: 'pointing',
  name: 'Strongest point inside',
  meaning: 'Whether the strongest point of the map lies inside the region (tolerance 0 px).',
  reference: 'Pointing game: Zhang, Lin, Brandt, Shen, Sclaroff. ECCV 2016',
  unit: 'hit',
  measure: (input) => {
    const { summit } = input.attention;
    const hits = sharedPixels(summit, input.pixels);
    const tied = hits > 0 && hits < summit.length;
    const note = tied ? `${hits} of ${summit.length} pixels that share the largest value` : '';
    return { value: hits / summit.length, chance: areaShare(input), note };
  },
};

/** How many indices two ascending lists share. */
export function sharedPixels(a: Uint32Array, b: Uint32Array): number {
  let shared = 0;
  for (let i = 0, j = 0; i < a.length && j < b.length;) {
    if (a[i] === b[j]) shared++;
    if (a[i]! <= b[j]!) i++;
    else j++;
  }
  return shared;
}
