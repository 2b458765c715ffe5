import { describe, expect, it } from 'vitest';
import { mirrored } from './mirror';

describe('mirrored', () => {
  it('turns the columns round and keeps channels together', () => {
    expect([...mirrored(Uint8Array.of(1, 2, 3, 4), 2, 1)]).toEqual([2, 1, 4, 3]);
    expect([...mirrored(Uint8Array.of(1, 2, 3, 4, 5, 6, 7, 8), 2, 2)]).toEqual([3, 4, 1, 2, 7, 8, 5, 6]);
  });

  it('undoes itself', () => {
    const square = Float32Array.from({ length: 27 }, (_, i) => i);
    expect(mirrored(mirrored(square, 3, 3), 3, 3)).toEqual(square);
  });
});
