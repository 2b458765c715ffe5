import { describe, expect, it } from 'vitest';
import { spearman } from './spearman';
import { ssim } from './ssim';

const grid = [20, 24] as const;
const made = (value: (row: number, column: number) => number): Float32Array =>
  Float32Array.from({ length: 480 }, (_, i) => value(Math.floor(i / 24), i % 24));
const a = made((row, column) => Math.sin(row * 0.5) + Math.cos(column * 0.3));
const b = made((row, column) => Math.sin(row * 0.4 + 1) * Math.cos(column * 0.35));

describe('structural similarity', () => {
  it('is 1 for equal maps, whatever their scale', () => {
    expect(ssim(a, a, grid)).toBeCloseTo(1, 10);
    expect(
      ssim(
        a,
        a.map((value) => 4 * value + 8),
        grid,
      ),
    ).toBeCloseTo(1, 5);
  });

  it('is the same both ways', () => {
    expect(ssim(a, b, grid)).toBeCloseTo(ssim(b, a, grid)!, 12);
  });

  it('is what scikit-image makes of the same maps', () => {
    // scikit-image 0.25.2: structural_similarity(n(a), n(b), gaussian_weights=True, sigma=1.5,
    // use_sample_covariance=False, data_range=1), n(x) = (x − min) / (max − min); SciPy's spearmanr beside it.
    expect(ssim(a, b, grid)).toBeCloseTo(-0.19250256418867018, 8);
    expect(spearman(a, b)).toBeCloseTo(0.3166748770610983, 8);
  });

  it('is nothing for a constant map, and for one smaller than the window', () => {
    expect(ssim(a, new Float32Array(480).fill(0.3), grid)).toBeNull();
    expect(ssim(new Float32Array(480), a, grid)).toBeNull();
    expect(ssim(a.slice(0, 240), b.slice(0, 240), [10, 24])).toBeNull();
  });
});
