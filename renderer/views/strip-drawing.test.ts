import { describe, expect, it } from 'vitest';
import type { Strip } from '../state/series-strip';
import { drawStrip, indexAt, middleOf, type StripRoom } from './strip-drawing';

const colours = { score: 'blue', peak: 'amber', highest: 'white' };
const slices = [
  { index: 0, score: 0.5, peak: 2 },
  { index: 2, score: 1, peak: 4 },
  { index: 3, score: 0, peak: 0 },
];
const strip: Strip = {
  ...{ label: 'Nodule', unit: 'logit', isDifference: false, slices },
  ...{ highestScore: slices[1]!, highestPeak: slices[1]! },
};

/** What is filled: the colour, and left, top, width and height. */
function drawn(given: Strip, room: StripRoom) {
  const filled: (readonly [string, ...number[]])[] = [];
  const context = {
    fillStyle: '',
    fillRect(...box: number[]) {
      filled.push([this.fillStyle, ...box]);
    },
  };
  drawStrip(context as unknown as CanvasRenderingContext2D, given, room, colours);
  return filled;
}

describe('the place of a slice', () => {
  it.each([2, 5, 1_000])('is where its bar is, of %i slices', (count) => {
    const room = { width: 700, height: 26, count };
    for (let index = 0; index < count; index++) expect(indexAt(room, middleOf(room, index))).toBe(index);
    expect([indexAt(room, -5), indexAt(room, 705)]).toEqual([0, count - 1]);
  });
});

describe('the strip', () => {
  it('has scores from 0 to 1 over peaks up to the highest of the series, the highest last', () => {
    const room = { width: 56, height: 26, count: 5 };
    expect(drawn(strip, room)).toEqual([
      ['blue', 3.5, 6, 9, 6],
      ['blue', 23.5, 0, 9, 12],
      ['blue', 33.5, 11, 9, 1],
      ['white', 23.5, 0, 9, 12],
      ['amber', 3.5, 20, 9, 6],
      ['amber', 23.5, 14, 9, 12],
      ['amber', 33.5, 25, 9, 1],
      ['white', 23.5, 14, 9, 12],
    ]);
  });

  it('has differences from −1 to 1', () => {
    const room = { width: 56, height: 26, count: 5 };
    const heights = drawn({ ...strip, isDifference: true }, room).map((box) => box[4]);
    expect(heights.slice(0, 3)).toEqual([9, 12, 6]);
  });

  it('shows no peak where no map shows evidence, and the highest of many slices wide enough to be seen', () => {
    const room = { width: 500, height: 26, count: 1_000 };
    const boxes = drawn({ ...strip, highestPeak: null }, room);
    expect(boxes.filter(([colour]) => colour === 'amber').map((box) => box[4])).toEqual([1, 1, 1]);
    expect(boxes.filter(([colour]) => colour === 'white').map((box) => box[3])).toEqual([3]);
  });
});
