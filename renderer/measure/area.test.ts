import { describe, expect, it } from 'vitest';
import { areaOf, perimeterOf, type Shape } from './area';
import { crossesItself } from './crossing';
import { type Point, scaleOf } from './scale';

const square = scaleOf(null);
const tall = scaleOf({ row: 2, column: 0.5, kind: 'patient' });
const of = (shape: Shape['shape'], ...points: Point[]): Shape => ({ shape, points });
const box = [
  [10, 40],
  [2, 30],
] as const;
const bowTie: Point[] = [
  [0, 0],
  [10, 10],
  [10, 0],
  [0, 10],
];

describe('areaOf', () => {
  it('is width × height of a rectangle, in mm² where there are mm', () => {
    expect(areaOf(of('rectangle', ...box), square)).toBe(80);
    expect(areaOf(of('rectangle', ...box), scaleOf({ row: 2, column: 0.25, kind: 'patient' }))).toBe(40);
  });

  it('counts pixels, not half ones, where only an aspect ratio is known', () =>
    expect(areaOf(of('rectangle', ...box), scaleOf({ row: 4, column: 1, kind: 'aspect' }))).toBe(80));

  it('is πab of an ellipse', () =>
    expect(areaOf(of('ellipse', ...box), tall)).toBeCloseTo(Math.PI * 2 * 10, 10));

  it('is that of the outline of a polygon, either way round', () => {
    const triangle: Point[] = [
      [0, 0],
      [8, 0],
      [0, 5],
    ];
    expect(areaOf(of('polygon', ...triangle), square)).toBe(20);
    expect(areaOf(of('polygon', ...triangle.toReversed()), square)).toBe(20);
  });

  it('does not let the halves of an outline that crosses itself cancel out', () =>
    expect(areaOf(of('polygon', ...bowTie), square)).toBe(50));
});

describe('perimeterOf', () => {
  it('is that in the body', () => {
    expect(perimeterOf(of('rectangle', ...box), tall)).toBe(2 * (4 + 20));
    expect(perimeterOf(of('polygon', [0, 0], [6, 0], [6, 2]), tall)).toBe(3 + 4 + 5);
  });

  it('is 2πr of a circle, and that of the integral of an ellipse', () => {
    expect(perimeterOf(of('ellipse', [0, 0], [40, 10]), tall)).toBeCloseTo(2 * Math.PI * 10, 10);
    const [a, b, steps] = [15, 5, 200_000];
    let sum = 0;
    for (let i = 0; i < steps; i++) {
      const t = (2 * Math.PI * (i + 0.5)) / steps;
      sum += Math.hypot(a * Math.sin(t), b * Math.cos(t));
    }
    const length = (sum * 2 * Math.PI) / steps;
    expect(perimeterOf(of('ellipse', [0, 0], [30, 10]), square) / length).toBeCloseTo(1, 6);
  });
});

describe('crossesItself', () => {
  it('finds the one crossing of many edges, wherever it is', () => {
    const round = Array.from({ length: 500 }, (_, i): Point => [
      50 + 40 * Math.cos((i * Math.PI) / 250),
      50 + 40 * Math.sin((i * Math.PI) / 250),
    ]);
    expect(crossesItself(round)).toBe(false);
    for (const at of [0, 77, 250, 498]) {
      const twisted = [...round];
      [twisted[at], twisted[at + 1]] = [round[at + 1]!, round[at]!];
      expect(crossesItself(twisted)).toBe(true);
    }
  });

  it('knows a bow tie from a notch', () => {
    expect(crossesItself(bowTie)).toBe(true);
    expect(
      crossesItself([
        [0, 0],
        [10, 0],
        [10, 10],
        [5, 3],
        [0, 10],
      ]),
    ).toBe(false);
  });
});
