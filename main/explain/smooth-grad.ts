import type { Method } from './method';
import { largestMagnitude } from './over-channels';
import { seededRandom, seedParameter } from './random';

/** Distance from the smallest to the largest value. */
function spreadOf(values: Float32Array): number {
  let [low, high] = [Infinity, -Infinity];
  for (const value of values) {
    if (value < low) low = value;
    if (value > high) high = value;
  }
  return high - low;
}

/** Writes x + N(0, σ²), the index-th of a seed's noisy copies of x; every value has noise of its own. */
export function addNoise(
  x: Float32Array,
  { sigma, seed, index }: { sigma: number; seed: number; index: number },
  into: Float32Array,
): void {
  const random = seededRandom(seed, index);
  for (let i = 0; i < x.length; i++) into[i] = x[i]! + sigma * random.normal();
}

/** σ, in units of the prepared input: the share of x_max − x_min over all of the image (Section 4, "noise level"). */
export const noiseOf = (x: Float32Array, share: number): number => share * spreadOf(x);

/**
 * 1/n Σ dy/dx at x + N(0, σ²) (the equation of Section 3.2), then the largest magnitude over the channels, as for
 * Saliency. The paper averages the sensitivity maps; its authors' code averages signed gradients and takes the
 * magnitude of the mean, which is the default here. tf-keras-vis and captum average magnitudes: `average` chooses.
 */
export const smoothGrad: Method = {
  id: 'smooth-grad',
  name: 'SmoothGrad',
  family: 'gradient',
  needs: 'input-gradient',
  passes: 'many',
  place: 'input',
  unit: 'logit per input unit',
  answers:
    'Which pixels would move this class’s score most, on the average over slightly noisy copies of the image.',
  costs: 'One pass forward, and back through the whole network, per sample: 50 as it is set.',
  misleads:
    'It says nothing of the direction; how sharp it looks depends on the noise, and with much noise it explains images unlike the one that is shown.',
  reference: 'Smilkov et al., SmoothGrad, 2017, arXiv:1706.03825',
  parameters: [
    {
      id: 'samples',
      name: 'Samples',
      help: 'How many noisy copies of the image are averaged.',
      kind: 'number',
      default: 50,
      minimum: 1,
      maximum: 1000,
      step: 1,
    },
    {
      id: 'noise',
      name: 'Noise',
      help: 'Standard deviation of the noise, as a share of the distance from the darkest to the brightest value of the image.',
      kind: 'number',
      default: 0.15,
      minimum: 0,
      maximum: 1,
      step: 0,
    },
    {
      id: 'average',
      name: 'Average of',
      help: 'What is averaged over the samples: the gradients (the authors’ code) or their magnitudes (tf-keras-vis and captum).',
      kind: 'choice',
      default: 'gradients',
      options: [
        { id: 'gradients', name: 'Gradients' },
        { id: 'magnitudes', name: 'Magnitudes' },
      ],
    },
    seedParameter,
  ],
  async map(probe) {
    const { input, inputShape, parameters } = probe;
    const [samples, seed] = [Number(parameters.samples), Number(parameters.seed)];
    const sigma = noiseOf(input, Number(parameters.noise));
    const averaged = parameters.average === 'magnitudes' ? Math.abs : (g: number): number => g;
    const mean = new Float64Array(input.length);
    await probe.inputGradients(
      samples,
      (index, into) => addNoise(input, { sigma, seed, index }, into),
      (_, gradient) => {
        for (let i = 0; i < mean.length; i++) mean[i]! += averaged(gradient[i]!) / samples;
      },
    );
    return largestMagnitude(mean, inputShape);
  },
};
