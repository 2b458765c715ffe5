import { describe, expect, it } from 'vitest';
import { lime, limeSample, limeWeight } from './lime';
import { parametersOf } from './parameters';
import { identity, linearHead, seededWeights } from './testing/fake-network';
import { FakeProbe, type FakeSetting } from './testing/fake-probe';
import { flattened, superpixelsOf } from './superpixels';

const shape = [32, 48, 1] as const;
const input = seededWeights(32 * 48, 1).map((value, at) => 0.5 + 0.3 * value + (at % 48 < 20 ? 0.15 : -0.15));
const range = [{ minimum: 0, maximum: 1 }];
const segments = 20;
const superpixels = superpixelsOf({ input, inputShape: shape, range }, segments);

async function run(setting: FakeSetting, given: Record<string, number | string> = {}) {
  const probe = new FakeProbe({ ...setting, parameters: parametersOf(lime, { segments, ...given }) });
  const map = await lime.map(probe);
  return { map, warnings: lime.warnings?.(probe, map) ?? [] };
}

describe('LIME', () => {
  it('finds the weights of a model that is linear in the superpixels, and says R² = 1', async () => {
    const weights = seededWeights(superpixels.count, 2);
    // Black takes away all of x, so a superpixel adds Σ w x over its pixels.
    const sizes = new Float64Array(superpixels.count);
    superpixels.labels.forEach((k, at) => (sizes[k]! += input[at]!));
    const head = linearHead(
      Float32Array.from(superpixels.labels, (k) => weights[k]! / sizes[k]!),
      1.5,
    );
    const setting = { layer: identity(shape), head, input };
    const exact = await run(setting, { fill: 'black', score: 'logit', ridge: 0.001 });
    expect([...exact.map]).toEqual(Array.from(superpixels.labels, (k) => expect.closeTo(weights[k]!, 3)));
    expect(exact.warnings).toEqual([
      expect.stringMatching(/R² = 1\.00 of .* another seed gives another map/),
    ]);
    const usual = await run(setting, { fill: 'black', score: 'logit' });
    usual.map.forEach((value, at) =>
      expect(Math.abs(value - weights[superpixels.labels[at]!]!)).toBeLessThan(0.06),
    );
  });

  it('warns where the answers are nothing like linear', async () => {
    const size = 32 * 48;
    const crossed = (A: Float32Array): number => {
      const half = (from: number): number => A.subarray(from, from + size / 2).reduce((sum, x) => sum + x, 0);
      return Math.sin(half(0) * half(size / 2));
    };
    const head = { logit: crossed, gradient: () => new Float32Array(size) };
    const { warnings } = await run(
      { layer: identity(shape), head, input },
      { fill: 'black', score: 'logit' },
    );
    expect(warnings).toHaveLength(1);
    expect(warnings[0]).toMatch(/explains little .* \(R² = 0\.[0-5]/);
  });

  it('says so where the answer never changes, and shows nothing', async () => {
    const head = linearHead(new Float32Array(32 * 48), 0.7);
    const { map, warnings } = await run({ layer: identity(shape), head, input });
    expect(map.every((value) => value === 0)).toBe(true);
    expect(warnings[0]).toMatch(/did not change/);
  });
});

describe('the samples of LIME', () => {
  it('begin with the image itself, and hide each superpixel half the time', () => {
    expect([...limeSample(4, 3, 0)]).toEqual([1, 1, 1, 1]);
    const seen = new Float64Array(10);
    for (let index = 1; index <= 2000; index++)
      limeSample(10, 1, index).forEach((bit, k) => (seen[k]! += bit));
    // Standard deviation √(2000 / 4) = 22.
    for (const count of seen) expect(Math.abs(count - 1000)).toBeLessThan(100);
  });

  it('count by the cosine distance from the image', () => {
    const cosine = (sample: readonly number[]): number => {
      const seen = sample.filter(Boolean).length;
      return seen / (Math.sqrt(seen) * Math.sqrt(sample.length));
    };
    for (const sample of [
      [1, 1, 1, 1],
      [1, 0, 1, 0],
      [0, 0, 0, 1],
    ])
      expect(limeWeight(Uint8Array.from(sample), 0.25)).toBeCloseTo(
        Math.exp(-(((1 - cosine(sample)) / 0.25) ** 2)),
        12,
      );
    expect(limeWeight(new Uint8Array(4), 0.5)).toBeCloseTo(Math.exp(-4), 12);
  });

  it('show hidden superpixels in their mean colour', () => {
    const colours = Float32Array.of(1, 10, 3, 20, 5, 60, 7, 80);
    const grouped = { labels: Int32Array.of(0, 0, 1, 0), count: 2 };
    expect([...flattened(colours, grouped)]).toEqual(
      [11 / 3, 110 / 3, 11 / 3, 110 / 3, 5, 60, 11 / 3, 110 / 3].map((v) => expect.closeTo(v, 5)),
    );
  });
});
