import { expect, it } from 'vitest';
import { labelPlaces } from './label-places';

const box = (left: number, top: number, size = 40) => [
  [left, top] as const,
  [left + size, top + size] as const,
];

it('writes a name above its outline, and below where the corner texts are', () => {
  expect(labelPlaces([{ name: 'Lesion', outline: box(100, 200) }], 90)).toEqual([[100, 190]]);
  expect(labelPlaces([{ name: 'Lesion', outline: box(100, 95) }], 90)).toEqual([[100, 152]]);
});

it('lets no name cover one before it as long as a side is free', () => {
  const labels = [
    { name: 'first', outline: box(100, 200) },
    { name: 'second', outline: box(104, 202) },
    { name: 'third', outline: box(102, 201) },
  ];
  const places = labelPlaces(labels, 0);
  expect(places[0]).toEqual([100, 190]);
  expect(places[1]).toEqual([104, 259]);
  const rows = new Set(places.map(([, y]) => y));
  expect(rows.size).toBeGreaterThan(1);
});

it('keeps a name inside the viewport at its left edge', () => {
  expect(labelPlaces([{ name: 'ink', outline: box(-30, 200) }], 0)[0]![0]).toBe(4);
});
