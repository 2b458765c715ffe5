import type { Point } from './affine';

/** Where a picture is to lie. */
export interface Wish {
  /** The point of the image in the middle of the viewport. */
  readonly centre: Point;
  /** Canvas pixels a column of the image. */
  readonly scaleX: number;
}

/** Where a picture lies in its viewport, told so that it can be found again in a viewport of another size. */
export interface Placement extends Wish {
  /** Its size as a factor of what fits the viewport. */
  readonly zoom: number;
}

/**
 * Canvas pixels a column with which an image just fits a room.
 * @param aspect height of a pixel by its width
 */
export function fittingScale(
  image: { readonly columns: number; readonly rows: number; readonly aspect: number },
  room: { readonly width: number; readonly height: number },
): number {
  return Math.min(room.width / image.columns, room.height / (image.rows * image.aspect));
}
