import type { HeatMap } from '../../preload/vocabulary';
import { type Box, boxOf } from './mask';

/** What every metric needs to know of a map, measured once, over the part of the image that the model saw. */
export interface Attention {
  readonly map: HeatMap;
  /** What the model saw; nothing outside it is measured. */
  readonly seen: Box;
  /** Its pixels. */
  readonly area: number;
  /** Sum of its values: the map's energy. */
  readonly energy: number;
  /** The value from which a pixel is drawn: threshold × peak. */
  readonly cut: number;
  /** Pixels that are drawn: value above 0 and at least `cut`. */
  readonly drawn: number;
  /** Indices of all pixels that share the largest value; empty where there is no evidence. */
  readonly summit: Uint32Array;
}

/**
 * Measures a map over the part of the image that the model saw.
 *
 * @param seen column and row of the corner, width, height, in image pixels, not necessarily whole
 * @param threshold 0..1 of the peak
 */
export function attentionOf(map: HeatMap, seen: readonly number[], threshold: number): Attention {
  const [column = 0, row = 0, width = map.columns, height = map.rows] = seen;
  const box = boxOf(column, row, column + width, row + height, map.rows, map.columns);
  const cut = threshold * map.peak;
  let [energy, drawn, largest] = [0, 0, 0];
  for (let r = box.row; r < box.row + box.height; r++) {
    const end = r * map.columns + box.column + box.width;
    for (let i = end - box.width; i < end; i++) {
      const value = map.values[i]!;
      if (!(value > 0)) continue;
      energy += value;
      if (value >= cut) drawn++;
      if (value > largest) largest = value;
    }
  }
  return {
    map,
    seen: box,
    area: box.width * box.height,
    energy,
    cut,
    drawn,
    summit: summitOf(map, box, largest),
  };
}

function summitOf({ values, columns }: HeatMap, box: Box, largest: number): Uint32Array {
  const summit: number[] = [];
  if (!(largest > 0)) return new Uint32Array(0);
  for (let r = box.row; r < box.row + box.height; r++) {
    const end = r * columns + box.column + box.width;
    for (let i = end - box.width; i < end; i++) if (values[i] === largest) summit.push(i);
  }
  return Uint32Array.from(summit);
}

/** Sum of the map's values over some pixels. */
export function energyOver({ map }: Attention, pixels: Uint32Array): number {
  let sum = 0;
  for (const pixel of pixels) sum += Math.max(0, map.values[pixel]!);
  return sum;
}
