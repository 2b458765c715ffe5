import { areaShare, type Metric } from './metric';
import { rankOf } from './rank';

/**
 * Relevance rank accuracy (Arras, Osman and Samek 2022, section 3.2, equation 2): of the K strongest pixels, K being
 * the region's size, the part inside. Pixels tied at the K-th value count by the chance of being drawn.
 */
export const rankAccuracy: Metric = {
  id: 'rank-accuracy',
  name: 'Strongest pixels inside',
  meaning: 'Of as many strongest pixels as the region has, the part that lies inside it.',
  reference: 'Relevance rank accuracy: Arras, Osman, Samek. Information Fusion 81 (2022) 14–40',
  unit: 'share',
  measure: (input) => {
    const { values } = input.attention.map;
    const size = input.pixels.length;
    const { value, above, tied } = rankOf(input.attention, size);
    let [inAbove, inTied] = [0, 0];
    for (const pixel of input.pixels) {
      const here = Math.max(0, values[pixel]!);
      if (here > value) inAbove++;
      else if (here === value) inTied++;
    }
    return { value: (inAbove + (inTied * (size - above)) / tied) / size, chance: areaShare(input), note: '' };
  },
};
