import type { RegionKind } from '../../preload/vocabulary';
import type { Attention } from './attention';
import { dilate } from './dilate';
import type { Cell, Marked } from './marked';
import type { Mask } from './mask';

/** Pixels of all regions of each kind together, by index in the image, ascending, each once, of what the model saw. */
export interface Together {
  /** Exactly what is marked. */
  readonly exact: Readonly<Record<RegionKind, Uint32Array>>;
  /** That and half a grid cell around each region, less what is marked as the other kind only. */
  readonly reach: Readonly<Record<RegionKind, Uint32Array>>;
}

/** What a pixel is, as bits of its label. */
const is = { lesion: 1, artefact: 2, nearLesion: 4, nearArtefact: 8 } as const;

/** The sets, and which labels belong to them. */
const belongs: readonly ((label: number) => boolean)[] = [
  (label) => (label & is.lesion) !== 0,
  (label) => (label & is.artefact) !== 0,
  (label) => (label & is.nearLesion) !== 0 && (label & (is.lesion | is.artefact)) !== is.artefact,
  (label) => (label & is.nearArtefact) !== 0 && (label & (is.lesion | is.artefact)) !== is.lesion,
];
/** For each set the sixteen labels, 1 for those that belong to it. */
const members = belongs.map((test) => Uint8Array.from({ length: 16 }, (_, label) => (test(label) ? 1 : 0)));

/** Labels every pixel of the image by what is marked there or near it, then gathers the pixels of each set. */
export function together(marked: readonly Marked[], attention: Attention, cell: Cell): Together {
  const { rows, columns } = attention.map;
  const labels = new Uint8Array(rows * columns);
  const [across, along] = [Math.floor(cell.width / 2), Math.floor(cell.height / 2)];
  for (const { region, mask } of marked) {
    const lesion = region.kind === 'lesion';
    paint(labels, columns, mask, lesion ? is.lesion : is.artefact);
    const grown = dilate(mask, across, along, attention.seen);
    paint(labels, columns, grown, lesion ? is.nearLesion : is.nearArtefact);
  }
  const [lesion, artefact, nearLesion, nearArtefact] = gathered(labels, attention);
  return {
    exact: { lesion: lesion!, artefact: artefact! },
    reach: { lesion: nearLesion!, artefact: nearArtefact! },
  };
}

function paint(labels: Uint8Array, columns: number, mask: Mask, bit: number): void {
  for (let r = 0, read = 0; r < mask.height; r++) {
    const start = (mask.row + r) * columns + mask.column;
    for (let i = start; i < start + mask.width; i++, read++) if (mask.bits[read] === 1) labels[i]! |= bit;
  }
}

function gathered(labels: Uint8Array, attention: Attention): Uint32Array[] {
  const counts = new Uint32Array(16);
  for (let i = 0; i < labels.length; i++) counts[labels[i]!]!++;
  return members.map((member) => {
    const size = counts.reduce((sum, count, label) => sum + count * member[label]!, 0);
    return size === 0 ? new Uint32Array(0) : pixelsOf(labels, member, size, attention);
  });
}

function pixelsOf(
  labels: Uint8Array,
  member: Uint8Array,
  size: number,
  { seen, map }: Attention,
): Uint32Array {
  const pixels = new Uint32Array(size);
  let count = 0;
  for (let r = seen.row; r < seen.row + seen.height; r++) {
    const end = r * map.columns + seen.column + seen.width;
    for (let i = end - seen.width; i < end; i++) if (member[labels[i]!] === 1) pixels[count++] = i;
  }
  return pixels.subarray(0, count);
}
