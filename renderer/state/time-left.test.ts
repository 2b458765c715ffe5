import { expect, it } from 'vitest';
import { timeLeft } from './time-left';

it.each([
  [1_000, 5, 10, ''],
  [60_000, 0, 10, ''],
  [30_000, 90, 100, 'a few seconds left'],
  [30_000, 50, 100, 'about 30 seconds left'],
  [60_000, 50, 100, 'about a minute left'],
  [60_000, 10, 110, 'about 10 minutes left'],
  [60_000, 1, 61, 'about an hour left'],
  [60_000, 1, 181, 'about 3 hours left'],
])('after %i ms, %i of %i: "%s"', (elapsed, done, total, words) => {
  expect(timeLeft(elapsed, done, total)).toBe(words);
});
