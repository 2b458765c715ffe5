import { type Box, emptyMask, type Mask } from './mask';

/**
 * A mask grown by whole pixels to the left and right and by others up and down (dilation with a rectangle), kept
 * within a box. One pass an axis, row by row, whatever the reach.
 */
export function dilate(mask: Mask, across: number, along: number, within: Box): Mask {
  const column = Math.max(within.column, mask.column - across);
  const row = Math.max(within.row, mask.row - along);
  const width = Math.min(within.column + within.width, mask.column + mask.width + across) - column;
  const height = Math.min(within.row + within.height, mask.row + mask.height + along) - row;
  if (mask.bits.length === 0 || width <= 0 || height <= 0)
    return emptyMask({ column, row, width: 0, height: 0 });
  const grown = emptyMask({ column, row, width, height });
  spread(grown, widened(mask, grown, across), mask.row, along);
  return grown;
}

/** Each row of the mask widened, in the columns of the grown box: mask.height rows of grown.width. */
function widened(mask: Mask, grown: Mask, across: number): Uint8Array {
  const wide = new Uint8Array(mask.height * grown.width);
  const shift = grown.column - mask.column;
  for (let r = 0, to = 0; r < mask.height; r++) {
    const line = mask.bits.subarray(r * mask.width, (r + 1) * mask.width);
    // The pixel of the row last seen on the way to the right edge of the reach.
    let [next, last] = [0, -Infinity];
    for (let c = shift; c < shift + grown.width; c++, to++) {
      for (; next < mask.width && next <= c + across; next++) if (line[next] === 1) last = next;
      if (last >= c - across) wide[to] = 1;
    }
  }
  return wide;
}

/** Sets each pixel that has a widened one at most `along` rows away: counts them in a window that slides down. */
function spread(grown: Mask, wide: Uint8Array, firstRow: number, along: number): void {
  const { width } = grown;
  const rows = wide.length / width;
  const counts = new Int32Array(width);
  const count = (row: number, by: 1 | -1) => {
    if (row < 0 || row >= rows) return;
    for (let c = 0, i = row * width; c < width; c++, i++) counts[c]! += by * wide[i]!;
  };
  const start = grown.row - firstRow;
  for (let row = start - along; row < start + along; row++) count(row, 1);
  for (let r = 0; r < grown.height; r++) {
    count(start + r + along, 1);
    for (let c = 0, i = r * width; c < width; c++, i++) if (counts[c]! > 0) grown.bits[i] = 1;
    count(start + r - along, -1);
  }
}
