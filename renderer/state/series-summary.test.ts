import { expect, it } from 'vitest';
import type { Series } from '../../preload/vocabulary';
import { frameDue, rateOf } from './cine';
import { framesOf } from './frames';
import { frameCount, middlePlace } from './series-summary';

const series = (...frames: number[]): Series =>
  ({
    instances: frames.map((numberOfFrames, i) => ({ sopInstanceUid: `${i}`, numberOfFrames })),
  }) as unknown as Series;

it.each([[[1, 1, 1, 1]], [[3, 1, 5]], [[96]], [[1]]])(
  'counts and finds the middle of %j as the list of its frames would',
  (frames) => {
    const one = series(...frames);
    const list = framesOf(one);
    expect(frameCount(one)).toBe(list.length);
    expect(middlePlace(one)).toEqual(list[Math.floor(list.length / 2)]);
  },
);

it('has no middle of nothing', () => expect(middlePlace(series())).toBeNull());

it('plays at the chosen rate, else at the file’s own, else at 15, and never faster than a screen', () => {
  expect([
    rateOf(null, 30),
    rateOf(7, 30),
    rateOf(null, null),
    rateOf(null, 1000),
    rateOf(0.1, null),
  ]).toEqual([30, 7, 15, 120, 1]);
});

it('leaves frames out when the screen is late, and begins again at the end', () => {
  expect([0, 33, 34, 100, 250].map((ms) => frameDue(4, ms, 30, 6))).toEqual([4, 4, 5, 1, 5]);
});
