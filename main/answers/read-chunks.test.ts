import { expect, it } from 'vitest';
import type { SeriesPlace } from '../../preload/vocabulary';
import { chunksOf } from './read-chunks';

const placesOf = (sides: readonly number[]): SeriesPlace[] =>
  sides.map((side, index) => ({
    ...{ path: '/a', sopInstanceUid: '1', frame: index + 1, rows: side, columns: side },
  }));
const lengths = (sides: readonly number[]): number[] => chunksOf(placesOf(sides)).map(({ length }) => length);

it('puts sixteen slices of the usual size in a chunk, of small ones no more', () => {
  expect(lengths(Array<number>(40).fill(512))).toEqual([16, 16, 8]);
  expect(lengths(Array<number>(20).fill(64))).toEqual([16, 4]);
});

it('puts fewer large ones in a chunk, and one that fills the memory alone by itself', () => {
  expect(lengths(Array<number>(9).fill(1024))).toEqual([4, 4, 1]);
  expect(lengths([512, 4096, 512, 512])).toEqual([1, 1, 2]);
});

it('loses none and changes no order', () => {
  const places = placesOf([512, 3000, 64, 2048, 2048, 512, 10]);
  expect(chunksOf(places).flat()).toEqual(places);
  expect(chunksOf([])).toEqual([]);
});
