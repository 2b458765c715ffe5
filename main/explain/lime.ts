import { baselineOf, baselineParameter } from './baseline';
import type { Superpixels } from './connected';
import type { Method } from './method';
import type { Fill, Probe } from './probe';
import { seededRandom, seedParameter } from './random';
import { ridge } from './ridge';
import { saidOf, saying } from './said';
import { chosenScores, scoreParameter } from './score-choice';
import { flattened, superpixelsOf } from './superpixels';

/** Below this the straight lines of LIME do not describe the model. */
const poorFit = 0.6;

/** z' of the index-th sample: 1 where a superpixel is seen. The first is the image itself, the others are even odds. */
export function limeSample(count: number, seed: number, index: number): Uint8Array {
  const random = seededRandom(seed, index);
  return Uint8Array.from({ length: count }, () => (index === 0 || random.uniform() < 0.5 ? 1 : 0));
}

/** π_x(z) = exp(−D² / σ²), D the cosine distance of z' from all ones: 1 − √(share that is seen) (Section 3.4). */
export function limeWeight(sample: Uint8Array, width: number): number {
  const seen = sample.reduce((sum, bit) => sum + bit, 0) / sample.length;
  return Math.exp(-(((1 - Math.sqrt(seen)) / width) ** 2));
}

/** The image with the hidden superpixels of each sample as they are in the stand-in. */
const hidden =
  (x: Float32Array, standIn: Float32Array, { labels }: Superpixels, samples: readonly Uint8Array[]): Fill =>
  (index, into) => {
    const sample = samples[index]!;
    const channels = x.length / labels.length;
    for (let pixel = 0, i = 0; pixel < labels.length; pixel++) {
      const from = sample[labels[pixel]!] ? x : standIn;
      for (let c = 0; c < channels; c++, i++) into[i] = from[i]!;
    }
  };

const standInOf = (probe: Probe, superpixels: Superpixels): Float32Array =>
  probe.parameters.fill === 'superpixel'
    ? flattened(probe.input, superpixels)
    : baselineOf(probe, probe.parameters.fill);

/** Features of all samples, one row a sample. */
function stacked(samples: readonly Uint8Array[]): Uint8Array {
  const size = samples[0]!.length;
  const rows = new Uint8Array(samples.length * size);
  samples.forEach((sample, index) => rows.set(sample, index * size));
  return rows;
}

function sentence(rSquared: number | null): string {
  if (rSquared === null) return 'The model’s answer did not change, whichever parts LIME hid.';
  const figure = `R² = ${rSquared.toFixed(2)}`;
  return rSquared < poorFit
    ? `LIME’s surrogate explains little of the model’s answers here (${figure}): trust this map only as far as that, or take more samples or another method.`
    : `LIME’s surrogate explains ${figure} of the model’s answers here; another seed gives another map.`;
}

/**
 * Each superpixel's weight b in g(z') = b₀ + b·z', the linear model closest to the answers f(z) under Σ π_x (f − g)² and
 * a ridge (Equations 1 and 2; K-LASSO's choice of K features is left out, as in the authors' code for images): signed,
 * in units of the score.
 */
export const lime: Method = {
  id: 'lime',
  name: 'LIME',
  family: 'perturbation',
  needs: 'scores',
  passes: 'many',
  place: 'input',
  unit: 'score',
  answers:
    'How much each patch of similar pixels adds to this class’s score, by a linear model of many answers.',
  costs: 'One pass forward per sample: 500 as it is set; no gradient.',
  misleads:
    'It varies with its seed, with how the image was cut into superpixels and with what stands in for hidden ones; it is only as good as its linear fit (R² is told beside the map).',
  reference:
    'Ribeiro et al., “Why Should I Trust You?”, KDD 2016, arXiv:1602.04938; SLIC: Achanta et al., TPAMI 2012',
  parameters: [
    {
      id: 'samples',
      name: 'Samples',
      help: 'How many copies of the image with random superpixels hidden are tried.',
      kind: 'number',
      default: 500,
      minimum: 10,
      maximum: 10000,
      step: 1,
    },
    {
      id: 'segments',
      name: 'Superpixels',
      help: 'Into about how many superpixels the image is cut (SLIC).',
      kind: 'number',
      default: 50,
      minimum: 2,
      maximum: 400,
      step: 1,
    },
    {
      id: 'width',
      name: 'Kernel width',
      help: 'σ of the kernel on the cosine distance, 0 to 1: the smaller, the more those copies count that hide little.',
      kind: 'number',
      default: 0.25,
      minimum: 0.05,
      maximum: 10,
      step: 0,
    },
    {
      id: 'ridge',
      name: 'Ridge',
      help: 'How far the weights are held back towards 0, in units of the samples’ kernel weights.',
      kind: 'number',
      default: 1,
      minimum: 0.001,
      maximum: 1000,
      step: 0,
    },
    baselineParameter(
      {
        id: 'fill',
        name: 'Fill',
        help: 'What is shown where a superpixel is hidden.',
        default: 'superpixel',
      },
      [{ id: 'superpixel', name: 'Mean of the superpixel' }],
    ),
    scoreParameter,
    seedParameter,
  ],
  async map(probe) {
    const { parameters } = probe;
    const superpixels = superpixelsOf(probe, Number(parameters.segments));
    const samples = Array.from({ length: Number(parameters.samples) }, (_, index) =>
      limeSample(superpixels.count, Number(parameters.seed), index),
    );
    const standIn = standInOf(probe, superpixels);
    const answers = await probe.scores(samples.length, hidden(probe.input, standIn, superpixels, samples));
    const weights = Float64Array.from(samples, (sample) => limeWeight(sample, Number(parameters.width)));
    const observed = chosenScores(answers, parameters);
    const { coefficients, rSquared } = ridge(
      { features: stacked(samples), count: samples.length, observed, weights },
      Number(parameters.ridge),
    );
    return saying(
      Float32Array.from(superpixels.labels, (k) => coefficients[k]!),
      [sentence(rSquared)],
    );
  },
  warnings: (_, map) => saidOf(map),
};
