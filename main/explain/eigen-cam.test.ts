import { describe, expect, it } from 'vitest';
import { eigenCam } from './eigen-cam';
import { identity, linearHead, seededWeights } from './testing/fake-network';
import { mapOn } from './testing/fake-probe';

type Shape = readonly [number, number, number];
const mapOf = (activation: Float32Array, shape: Shape, centring: string) =>
  mapOn(eigenCam, {
    layer: identity(shape),
    head: linearHead(new Float32Array(activation.length)),
    input: activation,
    parameters: { centring },
  });
const close = (values: readonly number[]) => values.map((value) => expect.closeTo(value, 4));

/** A = a ⊗ v on a 2 × 3 grid; |v| = 3. */
const a = [5, 0, 1, 2, 0, 4];
const product = (v: readonly number[]): Float32Array =>
  Float32Array.from(a.flatMap((value) => v.map((w) => value * w)));

describe('Eigen-CAM', () => {
  it('of a layer with one pattern is that pattern, times the length of its weights', async () => {
    expect([...(await mapOf(product([1, 2, 2]), [2, 3, 3], 'no'))]).toEqual(
      close(a.map((value) => 3 * value)),
    );
  });

  it('without its mean where the channels are centred', async () => {
    expect([...(await mapOf(product([1, 2, 2]), [2, 3, 3], 'yes'))]).toEqual(
      close(a.map((value) => 3 * (value - 2))),
    );
  });

  it('goes with the mean activation, whatever the sign of the weights', async () => {
    expect([...(await mapOf(product([-1, -2, -2]), [2, 3, 3], 'yes'))]).toEqual(
      close(a.map((value) => -3 * (value - 2))),
    );
    expect([...(await mapOf(product([2, -1, 2]), [2, 3, 3], 'no'))]).toEqual(
      close(a.map((value) => 3 * value)),
    );
    for (let seed = 1; seed <= 20; seed++) {
      const activation = seededWeights(60, seed);
      const map = await mapOf(activation, [3, 4, 5], 'yes');
      const active = map.map((_, cell) =>
        activation.subarray(cell * 5, cell * 5 + 5).reduce((x, y) => x + y),
      );
      expect(map.reduce((sum, value, cell) => sum + value * active[cell]!, 0)).toBeGreaterThanOrEqual(0);
    }
  });

  it('of two channels is their first principal component', async () => {
    const activation = seededWeights(24, 9);
    const [x, y] = [0, 1].map((k) => {
      const values = [...activation.filter((_, i) => i % 2 === k)];
      const mean = values.reduce((sum, value) => sum + value) / 12;
      return values.map((value) => value - mean);
    }) as [number[], number[]];
    const dot = (u: number[], v: number[]): number => u.reduce((sum, value, i) => sum + value * v[i]!, 0);
    const angle = Math.atan2(2 * dot(x, y), dot(x, x) - dot(y, y)) / 2;
    const component = x.map((value, cell) => Math.cos(angle) * value + Math.sin(angle) * y[cell]!);
    const map = [...(await mapOf(activation, [3, 4, 2], 'yes'))];
    const sign = Math.sign(dot(map, component));
    expect(map).toEqual(close(component.map((value) => sign * value)));
  });

  it('grows with the activation', async () => {
    const activation = seededWeights(60, 2);
    const map = await mapOf(activation, [3, 4, 5], 'yes');
    const louder = await mapOf(
      activation.map((value) => 4 * value),
      [3, 4, 5],
      'yes',
    );
    expect([...louder]).toEqual(close([...map].map((value) => 4 * value)));
  });
});
