import { expect, it } from 'vitest';
import { interleaved } from './interleaved';
import { ratioOf } from './ratio';

it('compares medians and tells whether the target is met', () => {
  expect(ratioOf({ median: 18 }, { median: 100 }, 0.25)).toEqual({ ratio: 0.18, target: 0.25, met: true });
  expect(ratioOf({ median: 30 }, { median: 100 }, 0.25)).toEqual({ ratio: 0.3, target: 0.25, met: false });
});

it('takes the works in turn, there and back', async () => {
  const order: string[] = [];
  const work = (name: string, milliseconds: number) => (runs: number) => {
    order.push(`${name} ${runs}`);
    return Promise.resolve(Array.from({ length: runs }, () => milliseconds));
  };
  const spreads = await interleaved({ one: work('one', 1), two: work('two', 2) }, { rounds: 2, runs: 3 });
  expect(order).toEqual(['one 3', 'two 3', 'two 3', 'one 3']);
  expect(spreads.one).toEqual({ median: 1, minimum: 1, maximum: 1, runs: 6 });
  expect(spreads.two.median).toBe(2);
});
