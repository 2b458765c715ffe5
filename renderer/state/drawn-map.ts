import type { Explanation, HeatMap } from '../../preload/vocabulary';

/** A heat map as it is drawn over a picture, whatever it comes from. */
export interface DrawnMap {
  /** On the picture's own pixel grid. */
  readonly map: HeatMap;
  /** Part of the picture that the model saw, as in Explanation; null where that means nothing. */
  readonly seen: Explanation['seen'] | null;
  /** Unit of its values, for the colour bar. */
  readonly unit: string;
  /** What it is, where it is not the explanation of this very slice; '' where it is. */
  readonly name: string;
}

/** The map of an explanation of the slice that it is drawn on. */
export const drawnExplanation = ({ map, seen, unit }: Explanation): DrawnMap => ({
  map,
  seen,
  unit,
  name: '',
});
