import type { Measurement } from '../../preload/vocabulary';
import { linesOf, tieOf } from '../measure/strokes';
import { type Affine, type Point, toCanvas } from './affine';

type Drawn = Pick<Measurement, 'kind' | 'points'>;
type CanvasLine = readonly [Point, Point];

const tick = 5;
const head = 10;
const arc = 18;

const number = (value: number): string => value.toFixed(1);
const move = ([x, y]: Point): string => `M${number(x)},${number(y)}`;
const line = ([x, y]: Point): string => `L${number(x)},${number(y)}`;
const stretch = ([a, b]: CanvasLine): string => move(a) + line(b);

/** A step of so many pixels from a point towards another; none where they are one. */
function towards([ax, ay]: Point, [bx, by]: Point, by_: number): Point {
  const length = Math.hypot(bx - ax, by - ay) || 1;
  return [((bx - ax) / length) * by_, ((by - ay) / length) * by_];
}

/** A short stroke across an end of a line. */
function endTick(end: Point, other: Point): string {
  const [dx, dy] = towards(end, other, tick);
  return stretch([
    [end[0] - dy, end[1] + dx],
    [end[0] + dy, end[1] - dx],
  ]);
}

function arrowHead(tip: Point, tail: Point): string {
  const [dx, dy] = towards(tip, tail, head);
  const wing = (side: number): Point => [tip[0] + dx - dy * side * 0.5, tip[1] + dy + dx * side * 0.5];
  return move(wing(1)) + line(tip) + line(wing(-1));
}

/** Four strokes around a pixel, which stays free. */
function cross([x, y]: Point, free: number): string {
  const sides: readonly Point[] = [
    [1, 0],
    [-1, 0],
    [0, 1],
    [0, -1],
  ];
  return sides
    .map(([dx, dy]) =>
      stretch([
        [x + dx * free, y + dy * free],
        [x + dx * (free + 7), y + dy * (free + 7)],
      ]),
    )
    .join('');
}

/** The arc between the two legs of an angle, as far from the vertex as the shorter leg allows. */
function angleArc(end: Point, vertex: Point, other: Point): string {
  const reach = (point: Point): number => Math.hypot(point[0] - vertex[0], point[1] - vertex[1]);
  const radius = Math.min(arc, reach(end) / 2, reach(other) / 2);
  const [a, b] = [towards(vertex, end, radius), towards(vertex, other, radius)];
  const sweep = a[0] * b[1] - a[1] * b[0] > 0 ? 1 : 0;
  const to: Point = [vertex[0] + b[0], vertex[1] + b[1]];
  return `${move([vertex[0] + a[0], vertex[1] + a[1]])}A${number(radius)},${number(radius)} 0 0 ${sweep} ${number(to[0])},${number(to[1])}`;
}

type Extra = (lines: readonly CanvasLine[], view: Affine) => string;

/** What a kind has beside its lines. */
const extras: Readonly<Partial<Record<Measurement['kind'], Extra>>> = {
  length: (lines) => lines.map(([a, b]) => endTick(a, b) + endTick(b, a)).join(''),
  bidirectional: (lines) => lines.map(([a, b]) => endTick(a, b) + endTick(b, a)).join(''),
  angle: ([first, second]) => (first && second ? angleArc(first[0], first[1], second[1]) : ''),
  arrow: ([first]) => (first ? arrowHead(first[0], first[1]) : ''),
  probe: ([first], view) => (first ? cross(first[0], Math.max(3, view.scaleX / 2)) : ''),
};

/** A measurement as SVG path data on the canvas. */
export function pathOf(measurement: Drawn, view: Affine): string {
  const lines = linesOf(measurement).map(([a, b]): CanvasLine => [toCanvas(view, a), toCanvas(view, b)]);
  const strokes = measurement.kind === 'probe' ? '' : lines.map(stretch).join('');
  return strokes + (extras[measurement.kind]?.(lines, view) ?? '');
}

/** The thin line that only joins what belongs together, as SVG path data; '' where there is none. */
export function tiePath(measurement: Drawn, view: Affine): string {
  const tie = tieOf(measurement);
  return tie ? stretch([toCanvas(view, tie[0]), toCanvas(view, tie[1])]) : '';
}
