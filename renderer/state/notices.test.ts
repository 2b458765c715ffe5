import { describe, expect, it } from 'vitest';
import type { Instance } from '../../preload/vocabulary';
import type { Place } from './frames';
import { missingIn, noticesOf } from './notices';

const orientation = [1, 0, 0, 0, 1, 0] as const;

function place(z: number, changes: Partial<Instance> = {}): Place {
  const instance = {
    ...{ rows: 4, columns: 4, lossy: false, lossyRatio: null, imageType: ['ORIGINAL', 'PRIMARY'] },
    geometry: { position: [0, 0, z], orientation },
    frameGeometry: null,
    spacing: { row: 1, column: 1, kind: 'patient' },
    ...changes,
  } as unknown as Instance;
  return { instance, frame: 1 };
}

const textsAt = (places: readonly Place[], index: number): string[] =>
  noticesOf(places, index).map(({ text }) => text);

describe('what is said on an image', () => {
  it('is nothing on an even, original, lossless series', () => {
    const places = [0, 2, 4, 6].map((z) => place(z));
    expect(places.flatMap((_, index) => textsAt(places, index))).toEqual([]);
    expect(missingIn(places)).toBe(0);
  });

  it('names loss with its ratio, and what an image was derived as', () => {
    const places = [place(0, { lossy: true, lossyRatio: 10, imageType: ['DERIVED', 'SECONDARY', 'MIP'] })];
    expect(textsAt(places, 0)).toEqual(['Lossy compression 10:1', 'Derived (MIP)']);
    expect(textsAt([place(0, { lossy: true })], 0)).toEqual(['Lossy compression']);
  });

  it('counts missing slices on both sides of the gap, and says nothing elsewhere', () => {
    const places = [0, 2, 4, 10, 12, 14, 16].map((z) => place(z));
    expect(textsAt(places, 2)).toEqual(['2 slices missing after this one']);
    expect(textsAt(places, 3)).toEqual(['2 slices missing before this one']);
    expect(textsAt(places, 5)).toEqual([]);
    expect(missingIn(places)).toBe(2);
  });

  it('sees a slice between two gaps', () => {
    const places = [0, 1, 2, 4, 6, 7, 8].map((z) => place(z));
    expect(textsAt(places, 3)).toEqual(['Slices missing on both sides']);
  });

  it('calls steps that differ a little uneven', () => {
    const places = [0, 2, 4, 6.3, 8.3].map((z) => place(z));
    expect(textsAt(places, 1)).toEqual(['Uneven slice spacing']);
    expect(missingIn(places)).toBe(0);
  });

  it('does not take images of one place for a gap', () => {
    const places = [0, 0, 2, 2, 4, 4].map((z) => place(z));
    expect(places.flatMap((_, index) => textsAt(places, index))).toEqual([]);
  });

  it.each([
    [{ rows: 8 }, 'Size changes here'],
    [{ spacing: { row: 2, column: 2, kind: 'patient' } }, 'Pixel spacing changes here'],
    [{ geometry: { position: [0, 0, 2], orientation: [0, 1, 0, 0, 0, -1] } }, 'Orientation changes here'],
  ] as const)('says where the geometry changes: %j', (changes, text) => {
    const places = [place(0), place(2, changes as unknown as Partial<Instance>)];
    expect(textsAt(places, 0)).toEqual([]);
    expect(textsAt(places, 1)).toEqual([text]);
  });

  it('takes each frame of an enhanced image at its own place', () => {
    const frameGeometry = [0, 2, 6].map((z) => ({ position: [0, 0, z], orientation }));
    const { instance } = place(0, { frameGeometry } as unknown as Partial<Instance>);
    const places = [1, 2, 3].map((frame) => ({ instance, frame }));
    expect(textsAt([...places, { ...place(8) }], 1)).toEqual(['1 slice missing after this one']);
  });
});
