import type { OverlayPlane, Slice, Window } from '../../preload/vocabulary';
import { sliceToRgba } from './window-level';

/** Near white (red 232, green 236, blue 240), opaque, as it lies in memory. */
const ink = 0xfff0ece8;

/**
 * A slice as it is displayed (see sliceToRgba) with its overlay planes drawn over it where they are wished for.
 * @returns rows × columns × 4 bytes of RGBA, opaque
 */
export function pictureRgba(
  slice: Slice,
  window: Window | null,
  invert: boolean,
  overlaysShown: boolean,
): Uint8ClampedArray {
  const rgba = sliceToRgba(slice, window, invert);
  if (overlaysShown) slice.overlays.forEach((plane) => drawPlane(plane, slice, rgba));
  return rgba;
}

/** Graphics are drawn as they are; a region of interest only by its outline, as it would hide what it is about. */
function drawPlane(plane: OverlayPlane, { rows, columns }: Slice, rgba: Uint8ClampedArray): void {
  const words = new Uint32Array(rgba.buffer, rgba.byteOffset, rows * columns);
  const [top, left] = [plane.origin[0] - 1, plane.origin[1] - 1];
  const isDrawn = plane.type === 'region' ? onOutline : isSet;
  for (let r = Math.max(0, -top); r < Math.min(plane.rows, rows - top); r++)
    for (let c = Math.max(0, -left); c < Math.min(plane.columns, columns - left); c++)
      if (isDrawn(plane, r, c)) words[(r + top) * columns + c + left] = ink;
}

function isSet({ bits, rows, columns }: OverlayPlane, row: number, column: number): boolean {
  return row >= 0 && row < rows && column >= 0 && column < columns && bits[row * columns + column] === 1;
}

function onOutline(plane: OverlayPlane, row: number, column: number): boolean {
  if (!isSet(plane, row, column)) return false;
  const inside =
    isSet(plane, row - 1, column) &&
    isSet(plane, row + 1, column) &&
    isSet(plane, row, column - 1) &&
    isSet(plane, row, column + 1);
  return !inside;
}
