import { describe, expect, it } from 'vitest';
import { regionMask } from '../draw/region';
import { CHEST_EXTENT } from './anatomy';
import type { ChestPlan } from './chest';
import { CHEST_PHOTONS, renderChest } from './chest';

const SIZE = 192;
const plan: ChestPlan = { nodules: 2, marker: true, initials: true, device: true, photons: 1e9 };
const bare: ChestPlan = { ...plan, nodules: 0, marker: false, initials: false, device: false };

/** Mean stored value in a mask, or of its complement. */
function meanIn(pixels: ArrayLike<number>, mask: Uint8Array): number {
  let sum = 0;
  let count = 0;
  mask.forEach((bit, i) => {
    if (bit) [sum, count] = [sum + (pixels[i] ?? 0), count + 1];
  });
  return sum / count;
}

describe('renderChest', () => {
  it('draws the same film for the same seed and another for another', () => {
    const draw = (seed: string): Uint16Array =>
      renderChest(seed, { ...plan, photons: CHEST_PHOTONS }, 96).pixels;
    expect(draw('a')).toEqual(draw('a'));
    expect(draw('a')).not.toEqual(draw('b'));
  });

  it('keeps to 12 bits', () => {
    const { pixels } = renderChest('range', plan, SIZE);
    expect(Math.max(...pixels)).toBeLessThanOrEqual(4095);
    expect(Math.max(...pixels)).toBeGreaterThan(3000);
  });

  it('changes the film inside the true regions, and hardly anywhere else', () => {
    const full = renderChest('regions', { ...plan, device: false }, SIZE);
    const empty = renderChest('regions', bare, SIZE);
    const change = Array.from(full.pixels, (value, i) => Math.abs(value - (empty.pixels[i] ?? 0)));
    const union = new Uint8Array(SIZE * SIZE);
    for (const region of full.regions) {
      const mask = regionMask(region, SIZE, SIZE);
      expect(meanIn(change, mask)).toBeGreaterThan(60);
      mask.forEach((bit, i) => (union[i] = (union[i] ?? 0) | bit));
    }
    expect(
      meanIn(
        change,
        union.map((bit) => 1 - bit),
      ),
    ).toBeLessThan(10);
  });

  it('puts as many nodules of 6 to 30 mm as asked, with their artefacts', () => {
    const { regions } = renderChest('count', { ...plan, nodules: 3 }, SIZE);
    const nodules = regions.filter(({ kind }) => kind === 'lesion');
    expect(nodules).toHaveLength(3);
    for (const { points } of nodules) {
      const [[x0, y0], [x1, y1]] = points as [[number, number], [number, number]];
      const diameter = Math.sqrt((x1 - x0) * (y1 - y0)) * (CHEST_EXTENT / SIZE);
      expect(diameter).toBeGreaterThan(5);
      expect(diameter).toBeLessThan(34);
    }
    expect(regions.filter(({ kind }) => kind === 'artefact')).toHaveLength(3);
    expect(renderChest('count', bare, 96).regions).toEqual([]);
  });
});
