import type { Slice } from '../../preload/vocabulary';
import type { Shape } from './area';
import { type Statistics, statisticsOf } from './statistics';

interface Counted {
  readonly shape: Shape['shape'];
  readonly slice: Slice;
  readonly statistics: Statistics | null;
}

const counted = new WeakMap<Shape['points'], Counted>();

/** The same as statisticsOf, counted once for each state of a shape: the picture and the list ask for the same. */
export function rememberedStatistics(shape: Shape, slice: Slice): Statistics | null {
  const known = counted.get(shape.points);
  if (known && known.slice === slice && known.shape === shape.shape) return known.statistics;
  const statistics = statisticsOf(shape, slice);
  counted.set(shape.points, { shape: shape.shape, slice, statistics });
  return statistics;
}
