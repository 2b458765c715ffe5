import { baselineOf } from '../../main/explain/baseline';
import { limeSample } from '../../main/explain/lime';
import { riseMask } from '../../main/explain/rise';
import { flattened, superpixelsOf } from '../../main/explain/superpixels';
import { joined, rowsOf } from '../../main/model/stacked';
import type { Done } from './comparison';

/** The noisy inputs that our side drew. */
export async function noise({ differentiated, input, inputShape, place }: Done) {
  const count = differentiated.length / input.length;
  return { samples: await place('samples', differentiated, [count, ...inputShape]) };
}

/** The path from the baseline, which is its first point, to the input. */
export async function path({ differentiated, input, inputShape, place }: Done) {
  const points = rowsOf(differentiated, input.length);
  return { points: points.length, baseline: await place('baseline', points[0]!, [1, ...inputShape]) };
}

/** What covers, and the side of the square and its stride in pixels instead of per cent. */
export async function cover({ parameters, inputShape, place, ...of }: Done) {
  const pixels = (percent: unknown): number => Math.round((Number(percent) / 100) * inputShape[0]);
  const standIn = baselineOf({ ...of, inputShape }, parameters['fill']);
  return {
    patch: pixels(parameters['patch']),
    stride: pixels(parameters['stride']),
    baseline: await place('baseline', standIn, [1, ...inputShape]),
  };
}

/** The superpixels, what hides them, and which were hidden in each sample. */
export async function hiding({ parameters, inputShape, input, range, place }: Done) {
  const superpixels = superpixelsOf({ input, inputShape, range }, Number(parameters['segments']));
  const drawn = Array.from({ length: Number(parameters['samples']) }, (_, index) =>
    Float32Array.from(limeSample(superpixels.count, Number(parameters['seed']), index)),
  );
  return {
    samples: await place('samples', joined(drawn), [drawn.length, superpixels.count]),
    labels: await place('labels', Float32Array.from(superpixels.labels), inputShape.slice(0, 2)),
    standIn: await place('stand-in', flattened(input, superpixels), [1, ...inputShape]),
    width: Number(parameters['width']),
    ridge: Number(parameters['ridge']),
  };
}

/** The masks that our side drew. */
export async function masks({ parameters, inputShape, place }: Done) {
  const [cells, probability, seed] = ['cells', 'probability', 'seed'].map((id) => Number(parameters[id]));
  const drawn = { cells: cells!, probability: probability!, seed: seed! };
  const all = Array.from({ length: Number(parameters['masks']) }, (_, index) =>
    riseMask(drawn, inputShape, index),
  );
  const shape = [all.length, inputShape[0], inputShape[1]];
  return { probability: drawn.probability, masks: await place('masks', joined(all), shape) };
}
