import type { Explanation, Region, RegionKind } from '../../preload/vocabulary';
import { type Attention, energyOver } from './attention';
import { dilate } from './dilate';
import { type Mask, pixelsIn, unionOf, without } from './mask';
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
      const size = mask.bits.reduce((sum, bit) => sum + bit, 0);
      return { region, mask, size, pixels: pixelsIn(mask, attention.seen, columns) };
    });
}

/** Reach of each kind: its pixels and half a grid cell around, less what is marked as the other kind only. */
export function reaches(
  marked: readonly Marked[],
  attention: Attention,
  cell: Cell,
): Record<RegionKind, Uint32Array> {
  const union = (kind: RegionKind) =>
    unionOf(marked.filter(({ region }) => region.kind === kind).map(({ mask }) => mask));
  const exact = { lesion: union('lesion'), artefact: union('artefact') };
  const reach = (kind: RegionKind, other: RegionKind) => {
    const grown = dilate(
      exact[kind],
      Math.floor(cell.width / 2),
      Math.floor(cell.height / 2),
      attention.seen,
    );
    const free = without(grown, without(exact[other], exact[kind]));
    return pixelsIn(free, attention.seen, attention.map.columns);
  };
  return { lesion: reach('lesion', 'artefact'), artefact: reach('artefact', 'lesion') };
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
