import { describe, expect, it } from 'vitest';
import { ByteCache } from './slice-cache';

describe('ByteCache', () => {
  it('drops what was used longest ago when the budget is exceeded', () => {
    const cache = new ByteCache<string>(10);
    cache.set('a', 'A', 4);
    cache.set('b', 'B', 4);
    expect(cache.get('a')).toBe('A');
    cache.set('c', 'C', 4);
    expect(cache.has('b')).toBe(false);
    expect(cache.get('a')).toBe('A');
    expect(cache.get('c')).toBe('C');
    expect(cache.used).toBe(8);
  });

  it('keeps the newest even where it alone is over the budget, and nothing else', () => {
    const cache = new ByteCache<string>(10);
    cache.set('small', 's', 1);
    cache.set('large', 'l', 11);
    expect(cache.has('small')).toBe(false);
    expect(cache.get('large')).toBe('l');
    expect(cache.used).toBe(11);
  });

  it('counts a replaced value once', () => {
    const cache = new ByteCache<string>(10);
    cache.set('a', 'A', 4);
    cache.set('a', 'AA', 6);
    expect(cache.used).toBe(6);
    cache.delete('a');
    cache.delete('a');
    expect(cache.used).toBe(0);
  });

  it('can be emptied', () => {
    const cache = new ByteCache<string>(10);
    cache.set('a', 'A', 4);
    cache.clear();
    expect([cache.has('a'), cache.used]).toEqual([false, 0]);
  });
});
