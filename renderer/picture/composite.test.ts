import { expect, it } from 'vitest';
import { composeRgba } from './composite';

it('mixes by alpha and stays opaque', () => {
  const base = Uint8ClampedArray.from([100, 100, 100, 255, 0, 0, 0, 255]);
  const overlay = Uint8ClampedArray.from([200, 0, 100, 51, 255, 255, 255, 0]);
  expect([...composeRgba(base, overlay)]).toEqual([120, 80, 100, 255, 0, 0, 0, 255]);
  expect(base[0]).toBe(100);
});

it('refuses an overlay of another size', () => {
  expect(() => composeRgba(new Uint8ClampedArray(4), new Uint8ClampedArray(8))).toThrow(/size/);
});
