import { expect, it } from 'vitest';
import { elsewhere } from './elsewhere';

const mark = (id: string, sopInstanceUid: string, frame = 1) => ({ id, sopInstanceUid, frame });

it('counts the marks of each frame but the one looked at', () => {
  const marks = [mark('a', '1', 2), mark('b', '2'), mark('c', '1', 2), mark('d', '1')];
  const found = elsewhere(marks, { sopInstanceUid: '1', frame: 1 });
  expect(found.map(({ first, count }) => [first.id, count])).toEqual([
    ['a', 2],
    ['b', 1],
  ]);
  expect(elsewhere(marks, null)).toHaveLength(3);
  expect(elsewhere([], null)).toEqual([]);
});
