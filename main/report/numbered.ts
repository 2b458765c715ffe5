import type { ReportContent } from '../../preload/vocabulary';
import type { Affine, Point } from '../../renderer/viewport/affine';
import { toCanvas } from '../../renderer/viewport/affine';
import { roomOf } from '../../renderer/viewport/placed-measurements';
import { pathOf, tiePath } from '../../renderer/viewport/strokes';
import { type Size, type TextBox, textPlace } from '../../renderer/viewport/text-place';

/** A measurement as it is drawn on a canvas over the picture, with the number that leads to the table. */
export interface Numbered {
  readonly number: number;
  /** SVG path data on the canvas. */
  readonly path: string;
  /** The thin line that only joins what belongs together; '' where there is none. */
  readonly tie: string;
  /** Where the number stands, beside the measurement on no number before it and, as far as there is room, on nothing else that is measured. */
  readonly place: TextBox;
}

/**
 * The measurements in the shapes of the window, on a canvas of a size over the whole picture.
 * @param sizeOf how much room a number takes on the canvas
 */
export function numbered(
  { measurements, slice }: ReportContent,
  canvas: Size,
  sizeOf: (number: string) => Size,
): Numbered[] {
  const [scaleX, scaleY] = [canvas.width / slice.columns, canvas.height / slice.rows];
  const view: Affine = { scaleX, scaleY, offsetX: 0, offsetY: 0 };
  const taken: TextBox[] = [];
  const drawn = measurements.map((one) => one.points.map((point): Point => toCanvas(view, point)));
  const rooms = drawn.map(roomOf);
  return measurements.map((one, index) => {
    const points = drawn[index]!;
    const beside = one.kind === 'arrow' ? points.slice(-1) : points;
    const place = textPlace(beside, sizeOf(`${index + 1}`), canvas, taken, rooms.toSpliced(index, 1));
    taken.push(place);
    return { number: index + 1, path: pathOf(one, view), tie: tiePath(one, view), place };
  });
}
