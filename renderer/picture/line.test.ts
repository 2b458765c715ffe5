import { expect, it } from 'vitest';
import { strokePolygon } from './line';

const canvas = (columns: number, rows: number) => ({
  columns,
  rows,
  rgba: new Uint8ClampedArray(columns * rows * 4),
});
const red = ({ rgba, columns }: ReturnType<typeof canvas>, c: number, r: number) =>
  rgba[4 * (r * columns + c)]!;
const style = { colour: [255, 0, 0] as const, width: 2, dash: 0 };

it('covers a line of width 2 whole and what lies beyond not at all', () => {
  const picture = canvas(20, 20);
  strokePolygon(
    picture,
    [
      [4, 4],
      [16, 4],
      [16, 16],
      [4, 16],
    ],
    style,
  );
  expect([3, 4].map((r) => red(picture, 10, r))).toEqual([255, 255]);
  expect([1, 2, 5, 6, 10].map((r) => red(picture, 10, r))).toEqual([0, 0, 0, 0, 0]);
  expect(red(picture, 3, 10)).toBe(255);
});

it('draws the same picture in a mirror', () => {
  const [picture, mirrored] = [canvas(30, 30), canvas(30, 30)];
  strokePolygon(
    picture,
    [
      [3, 4],
      [20, 7],
      [9, 25],
    ],
    style,
  );
  strokePolygon(
    mirrored,
    [
      [27, 4],
      [10, 7],
      [21, 25],
    ],
    style,
  );
  for (let r = 0; r < 30; r++)
    for (let c = 0; c < 30; c++) expect(red(picture, c, r)).toBe(red(mirrored, 29 - c, r));
});

it('leaves gaps in a dashed line and stays inside the picture', () => {
  const picture = canvas(40, 10);
  const corners: [number, number][] = [
    [-10, 5],
    [60, 5],
    [60, 90],
    [-10, 90],
  ];
  strokePolygon(picture, corners, { ...style, dash: 5 });
  const row = Array.from({ length: 40 }, (_, c) => red(picture, c, 4));
  expect(row).toContain(0);
  expect(row).toContain(255);
});
