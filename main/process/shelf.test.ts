import { describe, expect, it } from 'vitest';
import { Shelf } from './shelf';

describe('a shelf', () => {
  it('gives up what was used longest ago', () => {
    const gone: string[] = [];
    const shelf = new Shelf<string>({ count: 2, weight: Infinity }, (thing) => gone.push(thing));
    shelf.put('a', 'A');
    shelf.put('b', 'B');
    expect(shelf.get('a')).toBe('A');
    shelf.put('c', 'C');
    expect(gone).toEqual(['B']);
    expect(shelf.get('b')).toBeUndefined();
    expect(shelf.get('a')).toBe('A');
  });

  it('holds to its weight, but always keeps the last', () => {
    const shelf = new Shelf<string>({ count: 9, weight: 10 });
    shelf.put('a', 'A', 6);
    shelf.put('b', 'B', 4);
    expect(shelf.get('a')).toBe('A');
    shelf.put('c', 'C', 1);
    expect(shelf.get('b')).toBeUndefined();
    shelf.put('big', 'BIG', 99);
    expect([shelf.get('a'), shelf.get('c'), shelf.get('big')]).toEqual([undefined, undefined, 'BIG']);
  });

  it('replaces what lies under a key', () => {
    const gone: string[] = [];
    const shelf = new Shelf<string>({ count: 2, weight: 2 }, (thing) => gone.push(thing));
    shelf.put('a', 'old', 2);
    shelf.put('a', 'new', 2);
    expect(gone).toEqual(['old']);
    expect(shelf.get('a')).toBe('new');
  });
});
