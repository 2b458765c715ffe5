import { expect, it } from 'vitest';
import { dilate } from './dilate';
import { type Mask, pixelsIn } from './mask';
import { maskOf } from './region';

const box = (left: number, top: number, right: number, bottom: number) =>
  maskOf(
    {
      shape: 'rectangle',
      points: [
        [left, top],
        [right, bottom],
      ],
    },
    30,
    40,
  );
const all = { column: 0, row: 0, width: 40, height: 30 };
const indices = (mask: Mask) => [...pixelsIn(mask, all, 40)];

it('dilates with a rectangle as the definition says, at the edges too', () => {
  const shape = maskOf(
    {
      shape: 'polygon',
      points: [
        [3, 2],
        [38, 9],
        [12, 28],
        [16, 12],
      ],
    },
    30,
    40,
  );
  const inside = new Set(indices(shape));
  for (const [across, along] of [
    [0, 0],
    [3, 1],
    [2, 7],
  ] as const) {
    const expected = [];
    for (let row = 0; row < 30; row++)
      for (let column = 0; column < 40; column++)
        if (
          [...inside].some(
            (i) => Math.abs((i % 40) - column) <= across && Math.abs(Math.floor(i / 40) - row) <= along,
          )
        )
          expected.push(row * 40 + column);
    expect(indices(dilate(shape, across, along, all))).toEqual(expected);
  }
});

it('keeps a dilated mask within what the model saw', () => {
  const seen = { column: 10, row: 5, width: 10, height: 10 };
  expect(indices(dilate(box(0, 0, 9, 9), 2, 0, seen))).toEqual([5, 6, 7, 8].flatMap((r) => [r * 40 + 10]));
  expect(indices(dilate(box(0, 0, 2, 2), 1, 1, seen))).toEqual([]);
});
