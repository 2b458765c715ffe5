import { describe, expect, it } from 'vitest';
import type { ClassScore } from '../../preload/vocabulary';
import { after, leading, type ListedClass, listed, matching } from './class-list';

const many = Array.from({ length: 1000 }, (_, index) => `class ${index}`);
const scoresOf = (logit: (index: number) => number): ClassScore[] =>
  many.map((label, index) => ({ label, logit: logit(index), probability: 0 }));
const indices = (classes: readonly ListedClass[]) => classes.map(({ index }) => index);

describe('the list of classes', () => {
  it('keeps few in their order, and puts many by score', () => {
    const few = scoresOf((index) => index).slice(0, 3);
    expect(indices(listed(['a', 'b', 'c'], few))).toEqual([0, 1, 2]);
    const ranked = listed(
      many,
      scoresOf((index) => (index === 417 ? 9 : -index)),
    );
    expect(indices(ranked).slice(0, 3)).toEqual([417, 0, 1]);
    expect(ranked[0]!.score!.logit).toBe(9);
  });

  it('keeps the order of the model before there is an answer', () => {
    expect(indices(listed(many, [])).slice(0, 3)).toEqual([0, 1, 2]);
    expect(listed(many, [])[0]!.score).toBeNull();
  });

  it('shows the leading ones, and those that are asked about wherever they stand', () => {
    const classes = listed(many, []);
    expect(indices(leading(classes, [3, 900, null]))).toEqual([0, 1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 900]);
  });

  it('goes round', () => {
    const classes = listed(['a', 'b', 'c'], []);
    expect([0, 1, 2].map((index) => after(classes, index)!.index)).toEqual([1, 2, 0]);
    expect(after([], 0)).toBeUndefined();
  });
});

describe('a search', () => {
  const classes = listed(['Great grey owl', 'Grey whale', 'Tench'], []);
  it('finds by all words in any order and case', () => {
    expect(indices(matching(classes, 'GREY'))).toEqual([0, 1]);
    expect(indices(matching(classes, 'owl grey '))).toEqual([0]);
    expect(matching(classes, 'lung')).toEqual([]);
  });

  it('finds by index, and all by nothing', () => {
    expect(indices(matching(classes, ' 2'))).toEqual([2]);
    expect(matching(classes, '  ')).toHaveLength(3);
  });
});
