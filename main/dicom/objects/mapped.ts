import type { PixelPoint } from '../../../renderer/picture/plane';
import { patientToPixel, pixelToPatient } from '../../../renderer/picture/plane';
import type { Placement } from './placing';

/** Points of an object's frame as points of the image it is shown on, through the patient where the pixels differ. */
export function mapped(
  { frame, image, sameGrid }: Placement,
  points: readonly (readonly [number, number])[],
): PixelPoint[] {
  const { plane } = frame;
  if (sameGrid || !plane || !image.plane) return points.map(([column, row]) => [column, row]);
  const target = image.plane;
  return points.map((point) => patientToPixel(target, pixelToPatient(plane, point)));
}
