import { describe, expect, it } from 'vitest';
import type { HeatMap, OverlaySettings } from '../../preload/vocabulary';
import { colourAt, colourMapOf } from './colour-maps/index';
import { contourLevels, overlayRgba } from './overlay';

const mapOf = (rows: number, columns: number, at: (c: number, r: number) => number): HeatMap => {
  const values = Float32Array.from({ length: rows * columns }, (_, i) =>
    at(i % columns, Math.floor(i / columns)),
  );
  return { rows, columns, values, peak: Math.max(...values) };
};
const settings = (extra: Partial<OverlaySettings> = {}): OverlaySettings => ({
  visible: true,
  opacity: 0.5,
  threshold: 0.5,
  colourMap: 'inferno',
  style: 'wash',
  ...extra,
});
const alphas = (rgba: Uint8ClampedArray) => [...rgba].filter((_, i) => i % 4 === 3);

describe('the wash', () => {
  const ramp = mapOf(1, 5, (c) => c * 0.5);

  it('draws nothing below threshold × peak and the opacity above', () => {
    const [a, b, c, d, e] = alphas(overlayRgba(ramp, settings()));
    expect([a, b]).toEqual([0, 0]);
    expect(c).toBeGreaterThan(0);
    expect(c).toBeLessThan(128);
    expect([d, e]).toEqual([128, 128]);
  });

  it('colours by the part of the peak, whatever the scale', () => {
    const pixel = overlayRgba(
      mapOf(1, 1, () => 3e-4),
      settings({ threshold: 0 }),
    );
    expect([...pixel.slice(0, 3)]).toEqual(colourAt(colourMapOf('inferno'), 1));
  });

  it('leaves values of 0 free even with a threshold of 0', () => {
    expect(alphas(overlayRgba(ramp, settings({ threshold: 0 })))[0]).toBe(0);
  });

  it('draws nothing for a peak of 0, when hidden, or at opacity 0', () => {
    const nothing = mapOf(3, 3, () => 0);
    for (const style of ['wash', 'contour'] as const) {
      expect(overlayRgba(nothing, settings({ threshold: 0, style })).some((part) => part > 0)).toBe(false);
      expect(overlayRgba(ramp, settings({ visible: false, style })).some((part) => part > 0)).toBe(false);
      expect(overlayRgba(ramp, settings({ opacity: 0, style })).some((part) => part > 0)).toBe(false);
    }
  });

  it('draws the peak at a threshold of 1 and nothing else', () => {
    expect(alphas(overlayRgba(ramp, settings({ threshold: 1 }))).map((alpha) => alpha > 0)).toEqual([
      false,
      false,
      false,
      false,
      true,
    ]);
  });
});

describe('the contour', () => {
  it('outlines a plateau and leaves its inside and its outside free', () => {
    const plateau = mapOf(9, 9, (c, r) => (c >= 2 && c <= 6 && r >= 2 && r <= 6 ? 1 : 0));
    const drawn = alphas(overlayRgba(plateau, settings({ style: 'contour' }))).map((alpha) => alpha > 0);
    const ring = drawn.map((_, i) => {
      const [c, r] = [i % 9, Math.floor(i / 9)];
      const inside = c >= 2 && c <= 6 && r >= 2 && r <= 6;
      return inside && (c === 2 || c === 6 || r === 2 || r === 6);
    });
    expect(drawn).toEqual(ring);
  });

  it('has levels from the threshold up, below the peak', () => {
    expect(contourLevels(0.2)).toEqual([0.2, 0.4, 0.6000000000000001, 0.8]);
  });
});
