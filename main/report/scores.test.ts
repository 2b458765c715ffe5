import { expect, it } from 'vitest';
import { classNames, scoreLines } from './scores';
import { syntheticContent } from './testing/content';

const { explanation } = syntheticContent();

/** 1000 classes, the later the likelier. */
const scores = Array.from({ length: 1000 }, (_, i) => ({
  label: `class ${i}`,
  logit: i,
  probability: i / 1000,
}));

it('keeps the order of few classes, and says which was explained and which taken away', () => {
  const { lines, more } = scoreLines({ ...explanation, against: 0 });
  expect(lines.map(({ label, explained, note }) => [label, explained, note])).toEqual([
    ['no finding', false, 'taken away'],
    ['nodule', true, ''],
  ]);
  expect(more).toBe('');
});

it('of many classes lists the highest scores and those that were asked about, and counts the rest', () => {
  const { lines, more } = scoreLines({ ...explanation, scores, classIndex: 7, against: 500 });
  expect(lines.map(({ label }) => label)).toEqual(
    [...Array.from({ length: 12 }, (_, i) => 999 - i), 500, 7].map((i) => `class ${i}`),
  );
  expect(lines.filter(({ explained }) => explained).map(({ label }) => label)).toEqual(['class 7']);
  expect(more).toBe('and 986 more classes');
});

it('names few classes all, and of many the first', () => {
  expect(classNames(['a', 'b'])).toBe('a, b');
  expect(classNames(scores.map(({ label }) => label))).toMatch(/^class 0, .*class 11 and 988 more$/);
});
