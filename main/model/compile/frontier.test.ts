import { describe, expect, it } from 'vitest';
import { frontierOf } from './frontier';

/** x → a → b → sum → y, and around b a skip from a; c is computed from x and joins at y. */
const parents = new Map<string, readonly string[]>([
  ['x', []],
  ['w', []],
  ['a', ['x']],
  ['b', ['a']],
  ['sum', ['a', 'b']],
  ['c', ['x']],
  ['y', ['sum', 'c']],
  ['gradient', ['w', 'b']],
]);
const open = { parents, closed: new Set<string>() };

describe('what has to be known beside a layer', () => {
  it('is nothing where nothing bypasses it', () => {
    expect(frontierOf(open, 'sum', ['sum'], new Set())).toEqual([]);
  });

  it('is the skip connection and the other branch', () => {
    expect(frontierOf(open, 'b', ['y'], new Set()).sort()).toEqual(['a', 'c']);
  });

  it('is not what is fed in any case, nor what only other targets need', () => {
    expect(frontierOf(open, 'b', ['gradient'], new Set(['w']))).toEqual([]);
  });

  it('is found further down where a node cannot be fed', () => {
    const closed = { parents, closed: new Set(['c']) };
    expect(frontierOf(closed, 'b', ['y'], new Set()).sort()).toEqual(['a', 'x']);
  });
});
