import type { Measurement } from '../../preload/vocabulary';
import { outlineOf } from '../picture/outline';
import type { Point } from './scale';
import { shapeOf } from './wording';

/** A straight line between two points of the image. */
export type Line = readonly [Point, Point];

/** Which points of a kind are joined by a line. */
const joined: Readonly<Partial<Record<Measurement['kind'], readonly (readonly [number, number])[]>>> = {
  length: [[0, 1]],
  angle: [
    [0, 1],
    [1, 2],
  ],
  cobb: [
    [0, 1],
    [2, 3],
  ],
  bidirectional: [
    [0, 1],
    [2, 3],
  ],
  probe: [[0, 0]],
  arrow: [[0, 1]],
};

/** The lines that a measurement consists of; of a shape its closed outline. Fewer while its points are being placed. */
export function linesOf(measurement: Pick<Measurement, 'kind' | 'points'>): Line[] {
  const { kind, points } = measurement;
  const shape = shapeOf(measurement);
  if (shape) {
    const outline = outlineOf(shape);
    return outline.map((point, index): Line => [outline.at(index - 1)!, point]);
  }
  return (joined[kind] ?? []).flatMap(([from, to]) => {
    const [a, b] = [points[from], points[to]];
    return a && b ? [[a, b] satisfies Line] : [];
  });
}

const middle = ([a, b]: Line): Point => [(a[0] + b[0]) / 2, (a[1] + b[1]) / 2];

/** A thin line that only joins what belongs together: the middles of the two lines of a Cobb angle. */
export function tieOf({ kind, points }: Pick<Measurement, 'kind' | 'points'>): Line | null {
  const [a, b, c, d] = points;
  return kind === 'cobb' && a && b && c && d ? [middle([a, b]), middle([c, d])] : null;
}
