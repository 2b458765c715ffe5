import { describe, expect, it } from 'vitest';
import { regionMask } from '../draw/region';
import type { SkinPlan } from './skin';
import { renderSkin } from './skin';

const SIZE = 128;
const plan: SkinPlan = { malignant: true, ink: true, ruler: true, hairs: true, vignette: true, noise: 0 };

/** Sum of absolute differences of the three colours, a pixel. */
function change(a: Uint8Array, b: Uint8Array): number[] {
  return Array.from({ length: a.length / 3 }, (_, i) =>
    [0, 1, 2].reduce((sum, c) => sum + Math.abs((a[3 * i + c] ?? 0) - (b[3 * i + c] ?? 0)), 0),
  );
}

describe('renderSkin', () => {
  it('draws the same picture for the same seed and another for another', () => {
    const draw = (seed: string): Uint8Array => renderSkin(seed, { ...plan, noise: 3 }, 64).pixels;
    expect(draw('a')).toEqual(draw('a'));
    expect(draw('a')).not.toEqual(draw('b'));
  });

  it.each(['ink', 'ruler', 'hairs', 'vignette'] as const)(
    'changes with %s what its regions hold, and nothing else',
    (one) => {
      const none = { ...plan, ink: false, ruler: false, hairs: false, vignette: false };
      const before = renderSkin('regions', none, SIZE);
      const after = renderSkin('regions', { ...none, [one]: true }, SIZE);
      const artefacts = after.regions.filter(({ kind }) => kind === 'artefact');
      const masks = artefacts.map((region) => regionMask(region, SIZE, SIZE));
      const changed = change(after.pixels, before.pixels);
      const total = changed.reduce((sum, value) => sum + value, 0);
      const inside = changed.reduce((sum, value, i) => sum + (masks.some((mask) => mask[i]) ? value : 0), 0);
      expect(total).toBeGreaterThan(0);
      expect(inside / total).toBeGreaterThan(0.9);
    },
  );

  it('marks the mole as the darker part of the picture', () => {
    const { pixels, regions } = renderSkin(
      'mole',
      { ...plan, malignant: false, ink: false, ruler: false, hairs: false, vignette: false },
      SIZE,
    );
    const mask = regionMask(regions[0]!, SIZE, SIZE);
    const green = (inside: number): number => {
      const values = Array.from(mask, (bit, i) => (bit === inside ? pixels[3 * i + 1]! : -1)).filter(
        (v) => v >= 0,
      );
      return values.reduce((sum, value) => sum + value, 0) / values.length;
    };
    expect(regions[0]!.kind).toBe('lesion');
    expect(green(1)).toBeLessThan(green(0) - 20);
  });
});
