import { describe, expect, it } from 'vitest';
import { changeOf } from './change';

const mark = (id: string) => ({ id });
const [a, b, c, d] = ['a', 'b', 'c', 'd'].map(mark) as [Mark, Mark, Mark, Mark];
type Mark = ReturnType<typeof mark>;

describe('what makes one list of another', () => {
  it('is nothing where they are the same', () => {
    expect(changeOf([a, b], [a, b])).toEqual({ put: [], removed: [], order: null });
  });

  it('is what is new, what is gone and what is another by now', () => {
    const other = mark('b');
    expect(changeOf([a, b, c], [other, c, d])).toEqual({ put: [other, d], removed: ['a'], order: null });
  });

  it('names the order where marks come back into the middle', () => {
    expect(changeOf([a, c], [a, b, c])).toEqual({ put: [b], removed: [], order: ['a', 'b', 'c'] });
    expect(changeOf([a, b], [b, a])).toEqual({ put: [], removed: [], order: ['b', 'a'] });
  });
});
