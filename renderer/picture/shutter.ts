import type { Shutter, Slice } from '../../preload/vocabulary';
import { polygonSpans } from './polygon-spans';
import type { Span } from './span';
import { intersection } from './span';

/**
 * Covers what lies outside the display shutter of a slice (PS3.3 C.7.6.11 and C.7.6.15) with its own shade, whatever
 * the window and the polarity are: it is there against glare.
 * @param rgba the picture, rows × columns × 4, changed in place
 */
export function closeShutter({ shutter, rows, columns }: Slice, rgba: Uint8ClampedArray): void {
  if (!shutter) return;
  const words = new Uint32Array(rgba.buffer, rgba.byteOffset, rows * columns);
  const grey = Math.round((shutter.presentationValue / 65_535) * 255);
  const shade = (0xff000000 | (grey * 0x010101)) >>> 0;
  for (let row = 0; row < rows; row++) {
    let end = 0;
    for (const [from, to] of openSpans(shutter, row, columns)) {
      words.fill(shade, row * columns + end, row * columns + from);
      end = to;
    }
    words.fill(shade, row * columns + end, (row + 1) * columns);
  }
  if (shutter.bitmap) coverBits(shutter.bitmap, words, columns, rows, shade);
}

/** The columns of a row (both from 0) that lie inside every shape. */
function openSpans({ rectangle, circle, polygon }: Shutter, row: number, columns: number): readonly Span[] {
  let open: readonly Span[] = [[0, columns]];
  if (rectangle) open = intersection(open, rectangleSpans(rectangle, row + 1));
  if (circle) open = intersection(open, circleSpans(circle, row + 1));
  if (polygon) open = intersection(open, polygonSpans(polygon, row + 1));
  return open;
}

function rectangleSpans(
  { left, right, upper, lower }: NonNullable<Shutter['rectangle']>,
  row: number,
): Span[] {
  return row >= upper && row <= lower ? [[Math.ceil(left) - 1, Math.floor(right)]] : [];
}

/** Its radius counts in columns; rows are as many of them as the pixels are high for their width. */
function circleSpans({ row, column, radius, aspect }: NonNullable<Shutter['circle']>, at: number): Span[] {
  const half = Math.sqrt(radius ** 2 - ((at - row) * aspect) ** 2);
  return half >= 0 ? [[Math.ceil(column - half) - 1, Math.floor(column + half)]] : [];
}

function coverBits(
  { bits, rows, columns, origin }: NonNullable<Shutter['bitmap']>,
  words: Uint32Array,
  width: number,
  height: number,
  shade: number,
): void {
  const [top, left] = [origin[0] - 1, origin[1] - 1];
  for (let r = Math.max(0, -top); r < Math.min(rows, height - top); r++)
    for (let c = Math.max(0, -left); c < Math.min(columns, width - left); c++)
      if (bits[r * columns + c]) words[(r + top) * width + c + left] = shade;
}
