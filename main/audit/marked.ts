import type { Explanation, Region } from '../../preload/vocabulary';
import { type Attention, energyOver } from './attention';
import { countOf, type Mask, pixelsIn } from './mask';
import { sharedPixels } from './pointing';
import { maskOf } from './region';
import type { Hold } from './verdict';

/** A region with its pixels. */
export interface Marked {
  readonly region: Region;
  readonly mask: Mask;
  /** Indices of its pixels in what the model saw. */
  readonly pixels: Uint32Array;
  /** How many pixels of the image it has at all. */
  readonly size: number;
}

/** Size of one cell of the map's own grid, in image pixels. */
export interface Cell {
  readonly width: number;
  readonly height: number;
}

export function cellOf({ seen, grid }: Explanation): Cell {
  return { width: seen[2] / Math.max(1, grid[1]), height: seen[3] / Math.max(1, grid[0]) };
}

/** The regions of the explanation's own frame as masks; those of other frames are not on this map. */
export function markedOn(
  explanation: Explanation,
  regions: readonly Region[],
  attention: Attention,
): Marked[] {
  const { rows, columns } = explanation.map;
  return regions
    .filter(
      (region) => region.sopInstanceUid === explanation.sopInstanceUid && region.frame === explanation.frame,
    )
    .map((region) => {
      const mask = maskOf(region, rows, columns);
      const size = countOf(mask);
      return { region, mask, size, pixels: pixelsIn(mask, attention.seen, columns) };
    });
}

/** What a map holds in the reach of one kind. */
export function holdOf(attention: Attention, reach: Uint32Array, marked: boolean): Hold {
  return {
    marked,
    share: attention.energy > 0 ? energyOver(attention, reach) / attention.energy : 0,
    area: attention.area > 0 ? reach.length / attention.area : 0,
    strongest: sharedPixels(attention.summit, reach) > 0,
  };
}
