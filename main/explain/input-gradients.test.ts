import { describe, expect, it } from 'vitest';
import { inputXGradient } from './input-x-gradient';
import { saliency } from './saliency';
import { addNoise, noiseOf, smoothGrad } from './smooth-grad';
import {
  convolution,
  curvedHead,
  identity,
  linearHead,
  seededWeights,
  softplus,
} from './testing/fake-network';
import { FakeProbe, mapOn } from './testing/fake-probe';

const layer = convolution([4, 6, 3], { channels: 3, patch: 2, seed: 1, curve: softplus });
const setting = {
  layer,
  head: curvedHead(layer.shape, { hidden: 5, seed: 2 }),
  input: seededWeights(72, 3),
};

/** dy/dx by central differences of the score alone, three channels a pixel. */
function differences(x: Float32Array): number[] {
  const probe = new FakeProbe(setting);
  return Array.from(x, (value, index) => {
    const [up, down] = [x.slice(), x.slice()];
    up[index] = value + 1e-2;
    down[index] = value - 1e-2;
    return (probe.logitOf(up) - probe.logitOf(down)) / (up[index]! - down[index]!);
  });
}
const pixels = (f: (i: number) => number): number[][] =>
  Array.from({ length: 24 }, (_, pixel) => [0, 1, 2].map((c) => f(3 * pixel + c)));
const near = (values: readonly number[]) => values.map((value) => expect.closeTo(value, 4));

describe('the gradient at the pixels', () => {
  const gradient = differences(setting.input);

  it('is the largest magnitude over the channels in Saliency', async () => {
    const expected = pixels((i) => Math.abs(gradient[i]!)).map((values) => Math.max(...values));
    expect(Math.max(...expected)).toBeGreaterThan(0.05);
    expect([...(await mapOn(saliency, setting))]).toEqual(near(expected));
  });

  it('is weighed by the pixel and added up in input × gradient, signed', async () => {
    const expected = pixels((i) => setting.input[i]! * gradient[i]!).map((values) =>
      values.reduce((sum, value) => sum + value, 0),
    );
    expect(Math.min(...expected)).toBeLessThan(-0.01);
    expect([...(await mapOn(inputXGradient, setting))]).toEqual(near(expected));
  });

  it('adds up to the score under a linear model in input × gradient', async () => {
    const linear = {
      layer: identity([4, 6, 3]),
      head: linearHead(seededWeights(72, 4)),
      input: setting.input,
    };
    const map = await mapOn(inputXGradient, linear);
    expect(map.reduce((sum, value) => sum + value, 0)).toBeCloseTo(new FakeProbe(linear).answer.logit, 4);
  });
});

describe('SmoothGrad', () => {
  it('is Saliency where the noise is 0, whatever is averaged', async () => {
    const expected = near([...(await mapOn(saliency, setting))]);
    for (const average of ['gradients', 'magnitudes'])
      expect([
        ...(await mapOn(smoothGrad, { ...setting, parameters: { noise: 0, samples: 3, average } })),
      ]).toEqual(expected);
  });

  it('is the mean of the gradients at the noisy copies', async () => {
    const noise = { sigma: noiseOf(setting.input, 0.2), seed: 9 };
    const copies = [0, 1, 2, 3].map((index) => {
      const copy = new Float32Array(72);
      addNoise(setting.input, { ...noise, index }, copy);
      return differences(copy);
    });
    const mean = (i: number, f: (g: number) => number): number =>
      copies.reduce((sum, gradient) => sum + f(gradient[i]!), 0) / copies.length;
    const parameters = { noise: 0.2, samples: 4, seed: 9 };
    expect([...(await mapOn(smoothGrad, { ...setting, parameters }))]).toEqual(
      near(pixels((i) => Math.abs(mean(i, (g) => g))).map((values) => Math.max(...values))),
    );
    const magnitudes = { ...parameters, average: 'magnitudes' };
    expect([...(await mapOn(smoothGrad, { ...setting, parameters: magnitudes }))]).toEqual(
      near(pixels((i) => mean(i, Math.abs)).map((values) => Math.max(...values))),
    );
  });

  it('has noise of a share of what lies between the darkest and the brightest value', () => {
    expect(noiseOf(Float32Array.of(-2, 0, 3), 0.1)).toBeCloseTo(0.5, 12);
    const x = new Float32Array(50_000).fill(1);
    const noisy = new Float32Array(x.length);
    addNoise(x, { sigma: 0.5, seed: 1, index: 0 }, noisy);
    const mean = noisy.reduce((sum, value) => sum + value, 0) / x.length;
    const variance = noisy.reduce((sum, value) => sum + (value - mean) ** 2, 0) / x.length;
    expect(mean).toBeCloseTo(1, 1.5);
    expect(Math.sqrt(variance)).toBeCloseTo(0.5, 1.7);
  });
});
