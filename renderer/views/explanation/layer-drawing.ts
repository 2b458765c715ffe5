import type { TargetLayer } from '../../../preload/vocabulary';

/** So many layers are drawn side by side; of more, one stage at a time. */
export const drawnAtOnce = 40;

/** The least share of the height, so that the smallest is still seen. */
const least = 0.16;

const side = ({ rows, columns }: Pick<TargetLayer, 'rows' | 'columns'>): number => Math.sqrt(rows * columns);

/** Height of a layer or stage among others as a share of the drawing's, 0..1: the root keeps 7×7 visible beside 224×224. */
export function heightByGrid(
  one: Pick<TargetLayer, 'rows' | 'columns'>,
  all: readonly Pick<TargetLayer, 'rows' | 'columns'>[],
): number {
  return Math.max(least, Math.sqrt(side(one) / Math.max(...all.map(side))));
}

/** Width of a layer in relation to others: the root of its channels, as in the drawings of papers. */
export const widthByChannels = ({ channels }: Pick<TargetLayer, 'channels'>): number => Math.sqrt(channels);

/** Height of a layer within its stage, where all have one grid, as a share of the row's, 0..1: by its channels. */
export function heightByChannels(one: TargetLayer, stage: readonly TargetLayer[]): number {
  return Math.max(least, Math.sqrt(one.channels / Math.max(...stage.map(({ channels }) => channels))));
}

/** What a layer does, as far as the drawing tells it apart: convolves, joins branches, or passes on. */
export function roleOf({ kind }: Pick<TargetLayer, 'kind'>): 'convolves' | 'joins' | 'passes' {
  if (/conv/i.test(kind)) return 'convolves';
  return /^(add|concat|mul)/i.test(kind) ? 'joins' : 'passes';
}
