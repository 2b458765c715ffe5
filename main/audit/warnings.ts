import type { RegionKind } from '../../preload/vocabulary';
import type { Attention } from './attention';
import type { Cell, Marked } from './marked';
import { nameOf, percent } from './wording';

/** What a reader of the figures should know: one plain sentence each. */
export function warningsOf(marked: readonly Marked[], attention: Attention, cell: Cell): string[] {
  const warnings = [unmarked(marked), severalLesions(marked), small(marked, cell)];
  for (const one of marked) warnings.push(unseen(one), large(one, attention));
  return warnings.filter((warning) => warning !== '').concat(crowded(marked, cell));
}

const of = (kind: RegionKind, marked: readonly Marked[]) =>
  marked.filter(({ region }) => region.kind === kind);

function unmarked(marked: readonly Marked[]): string {
  const lesions = of('lesion', marked).length;
  const artefacts = of('artefact', marked).length;
  if (lesions > 0 && artefacts > 0) return '';
  if (lesions === 0 && artefacts === 0) return 'Neither a lesion nor an artefact is marked.';
  return lesions === 0
    ? 'No lesion is marked: attention on one would be called elsewhere.'
    : 'No artefact is marked: attention on one would be called elsewhere.';
}

function severalLesions(marked: readonly Marked[]): string {
  const count = of('lesion', marked).length;
  return count < 2
    ? ''
    : `${count} lesions are marked: one map over many objects can mislead, because it shows the one that speaks loudest ` +
        'for the class; read the figures of each lesion on its own.';
}

function unseen(one: Marked): string {
  if (one.size === 0) return `The ${one.region.kind} ${nameOf(one)} has no pixel inside the image.`;
  if (one.pixels.length === one.size) return '';
  const part = one.pixels.length === 0 ? 'lies' : 'lies in part';
  return `The ${one.region.kind} ${nameOf(one)} ${part} outside what the model saw; that part is not measured.`;
}

function large(one: Marked, attention: Attention): string {
  const share = one.pixels.length / attention.area;
  return share > 0.5
    ? `The ${one.region.kind} ${nameOf(one)} covers ${percent(share)} of what the model saw: attention on it may be chance.`
    : '';
}

function small(marked: readonly Marked[], cell: Cell): string {
  const names = marked
    .filter(({ size, mask }) => size > 0 && (mask.width < cell.width || mask.height < cell.height))
    .map(nameOf);
  if (names.length === 0) return '';
  const [verb, outline] = names.length > 1 ? ['are', 'their outlines'] : ['is', 'its outline'];
  return (
    `${names.join(', ')} ${verb} smaller than a cell of the map's grid (${cell.width.toFixed(0)} × ` +
    `${cell.height.toFixed(0)} pixels): the figures inside ${outline} are coarse.`
  );
}

/** Lesion and artefact whose bounding boxes are less than a grid cell apart. */
function crowded(marked: readonly Marked[], cell: Cell): string[] {
  const pair = of('lesion', marked)
    .flatMap((lesion) => of('artefact', marked).map((artefact) => ({ lesion, artefact })))
    .find(({ lesion, artefact }) => near(lesion, artefact, cell));
  if (!pair) return [];
  return [
    `The lesion ${nameOf(pair.lesion)} and the artefact ${nameOf(pair.artefact)} are less than a cell of the map's grid ` +
      'apart: the map can hardly tell them apart.',
  ];
}

function near({ mask: a }: Marked, { mask: b }: Marked, cell: Cell): boolean {
  if (a.width === 0 || b.width === 0) return false;
  const across = Math.max(a.column, b.column) - Math.min(a.column + a.width, b.column + b.width);
  const down = Math.max(a.row, b.row) - Math.min(a.row + a.height, b.row + b.height);
  return across < cell.width && down < cell.height;
}
