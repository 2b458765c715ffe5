import { type Box, emptyMask, type Mask } from './mask';

/**
 * A mask grown by whole pixels to the left and right and by others up and down (dilation with a rectangle), kept
 * within a box. Two passes, one an axis, each pixel touched a fixed number of times whatever the reach.
 */
export function dilate(mask: Mask, across: number, along: number, within: Box): Mask {
  if (mask.width === 0 || mask.height === 0) return mask;
  const column = Math.max(within.column, mask.column - across);
  const row = Math.max(within.row, mask.row - along);
  const width = Math.min(within.column + within.width, mask.column + mask.width + across) - column;
  const height = Math.min(within.row + within.height, mask.row + mask.height + along) - row;
  const grown = emptyMask({ column, row, width: Math.max(0, width), height: Math.max(0, height) });
  const wide = widened(mask, grown, across);
  for (let c = 0; c < grown.width; c++) {
    spread(grown, wide, c, mask.row, mask.height, along);
  }
  return grown;
}

/** Each row of the mask widened, in the columns of the grown box: mask.height × grown.width. */
function widened(mask: Mask, grown: Mask, across: number): Uint8Array {
  const wide = new Uint8Array(mask.height * grown.width);
  for (let r = 0; r < mask.height; r++) {
    let filledTo = -Infinity;
    for (let c = 0; c < mask.width; c++) {
      if (mask.bits[r * mask.width + c] === 0) continue;
      const first = Math.max(0, filledTo, mask.column + c - across - grown.column);
      const end = Math.min(grown.width, mask.column + c + across + 1 - grown.column);
      if (end > first) wide.fill(1, r * grown.width + first, r * grown.width + end);
      filledTo = Math.max(filledTo, end);
    }
  }
  return wide;
}

/** Spreads one column of the widened rows up and down into the grown mask. */
function spread(
  grown: Mask,
  wide: Uint8Array,
  c: number,
  firstRow: number,
  height: number,
  along: number,
): void {
  let filledTo = 0;
  for (let r = 0; r < height; r++) {
    if (wide[r * grown.width + c] === 0) continue;
    const from = Math.max(filledTo, firstRow + r - along - grown.row);
    const end = Math.min(grown.height, firstRow + r + along + 1 - grown.row);
    for (let row = from; row < end; row++) grown.bits[row * grown.width + c] = 1;
    filledTo = Math.max(filledTo, end);
  }
}
