/** Part of an image: column and row of its first pixel, and its size, all whole pixels. */
export interface Box {
  readonly column: number;
  readonly row: number;
  readonly width: number;
  readonly height: number;
}

/** A set of pixels within a box: 1 in `bits` (width × height, row by row) is a pixel of the set. */
export interface Mask extends Box {
  readonly bits: Uint8Array;
}

/** A mask of nothing over a box. */
export function emptyMask(box: Box): Mask {
  return { ...box, bits: new Uint8Array(box.width * box.height) };
}

/** The pixels of a rectangle given by real coordinates: those whose centres lie in it, within the image. */
export function boxOf(
  left: number,
  top: number,
  right: number,
  bottom: number,
  rows: number,
  columns: number,
): Box {
  const column = Math.max(0, Math.ceil(left - 0.5));
  const row = Math.max(0, Math.ceil(top - 0.5));
  const width = Math.max(0, Math.min(columns, Math.ceil(right - 0.5)) - column) || 0;
  const height = Math.max(0, Math.min(rows, Math.ceil(bottom - 0.5)) - row) || 0;
  return { column, row, width, height };
}

/** The indices in an image of so many columns of the mask's pixels that lie in a box, in reading order. */
export function pixelsIn(mask: Mask, box: Box, columns: number): Uint32Array {
  const pixels = new Uint32Array(countOf(mask));
  let count = 0;
  const from = Math.max(mask.column, box.column);
  const to = Math.min(mask.column + mask.width, box.column + box.width);
  const last = Math.min(mask.row + mask.height, box.row + box.height);
  for (let row = Math.max(mask.row, box.row); row < last; row++) {
    const read = (row - mask.row) * mask.width - mask.column;
    for (let column = from; column < to; column++)
      if (mask.bits[read + column] === 1) pixels[count++] = row * columns + column;
  }
  return pixels.slice(0, count);
}

/** How many pixels a mask has. */
export function countOf({ bits }: Mask): number {
  let count = 0;
  for (const bit of bits) count += bit;
  return count;
}
