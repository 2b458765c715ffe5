/**
 * Image pixels to canvas pixels: canvas = scale × image + offset, along each axis. [0, 0] of the image is the outer
 * corner of its first pixel. The two scales differ where pixels are not square.
 */
export interface Affine {
  readonly scaleX: number;
  readonly scaleY: number;
  readonly offsetX: number;
  readonly offsetY: number;
}

/** [x, y] on the canvas, or [column, row] in the image. */
export type Point = readonly [number, number];

export const identity: Affine = { scaleX: 1, scaleY: 1, offsetX: 0, offsetY: 0 };

/** The mapping that takes [0, 0] and [1, 1] of the image to two points of the canvas. */
export function affineThrough(zero: { x: number; y: number }, one: { x: number; y: number }): Affine {
  return { scaleX: one.x - zero.x, scaleY: one.y - zero.y, offsetX: zero.x, offsetY: zero.y };
}

export function toCanvas({ scaleX, scaleY, offsetX, offsetY }: Affine, [column, row]: Point): Point {
  return [column * scaleX + offsetX, row * scaleY + offsetY];
}

export function toImage({ scaleX, scaleY, offsetX, offsetY }: Affine, [x, y]: Point): Point {
  return [(x - offsetX) / scaleX, (y - offsetY) / scaleY];
}

/** The pixel (column, row from 0) that a point of the image lies in; null outside. */
export function pixelAt(
  [column, row]: Point,
  columns: number,
  rows: number,
): readonly [number, number] | null {
  const [c, r] = [Math.floor(column), Math.floor(row)];
  return c >= 0 && r >= 0 && c < columns && r < rows ? [c, r] : null;
}

/** A point moved to the nearest one inside the image. */
export function clampToImage([column, row]: Point, columns: number, rows: number): Point {
  return [Math.min(columns, Math.max(0, column)), Math.min(rows, Math.max(0, row))];
}

/**
 * The translation, in image pixels as cornerstone counts it, after which the point of the image under a canvas point
 * stays there while the scale changes by a factor. Cornerstone turns about the middle of canvas and image.
 */
export function translationForZoom(
  view: Affine,
  at: Point,
  middle: Point,
  factor: number,
  before: Point,
): Point {
  const shiftX = ((at[0] - middle[0]) * (1 - factor)) / (view.scaleX * factor);
  const shiftY = ((at[1] - middle[1]) * (1 - factor)) / (view.scaleY * factor);
  return [before[0] + shiftX, before[1] + shiftY];
}

/** A length that is easy to read (1, 2 or 5 times a power of ten) and at most `longest`. */
export function roundLength(longest: number): number {
  const power = 10 ** Math.floor(Math.log10(longest));
  const [step = 1] = [5, 2, 1].filter((digit) => digit * power <= longest);
  return step * power;
}
