import { gradientError, releaseTape } from './gradient-errors';
import type { Network, Tail } from './network';
import type { InputGradient, Reached, ReachedWithGradient, Runner, Weights } from './port';
import { topWeights } from './scores';
import { joined, rowsOf } from './stacked';
import type { Tensor, Tf } from './tensorflow';

/** A network that TensorFlow.js runs op by op, and what is known of it. */
export interface EagerContext {
  readonly tf: Tf;
  readonly network: Network;
  /** Name of the model, for sentences. */
  readonly name: string;
  readonly classes: number;
  readonly inputShape: readonly [number, number, number];
}

/** Logits of the card's classes: the units, or −z and z where one unit stands for two classes. */
function classLogits({ tf, classes }: EagerContext, output: Tensor): Tensor {
  const units = output.flatten();
  return units.size === 1 && classes === 2 ? tf.concat([units.neg(), units]) : units;
}

function valuesOf(tensor: Tensor): Float32Array {
  const values = tensor.dataSync<'float32'>();
  tensor.dispose();
  return values;
}

const imageOf = ({ tf, inputShape }: EagerContext, input: Float32Array): Tensor =>
  tf.tensor4d(input, [1, ...inputShape]);

/** dy/dx of y = Σ w · logits(x), the logits and the weights; a failed gradient comes as a sentence and leaves no tape. */
function differentiated(
  context: EagerContext,
  where: string,
  of: (x: Tensor) => Tensor,
  at: Tensor,
  wish: Weights,
) {
  const { tf, name } = context;
  const told: Record<'logits' | 'weights', Float32Array> = {
    logits: new Float32Array(0),
    weights: new Float32Array(0),
  };
  const score = (x: Tensor): Tensor => {
    const logits = classLogits(context, of(x));
    told.logits = logits.dataSync<'float32'>();
    told.weights = wish === 'top' ? topWeights(told.logits) : wish;
    return logits.mul(tf.tensor1d(told.weights)).sum();
  };
  const gradient = tf.tidy(() => {
    try {
      return tf.grad(score)(at);
    } catch (thrown) {
      releaseTape(tf);
      throw gradientError(thrown, name, where);
    }
  });
  return { gradient: valuesOf(gradient), ...told };
}

/** Runs work with the layer's activation of one input at hand, and frees all that it took. */
function withTail<Result>(
  context: EagerContext,
  { input, layer }: { input: Float32Array; layer: string },
  work: (tail: Tail) => Result,
): Result {
  const image = imageOf(context, input);
  try {
    const tail = context.network.tail(image, layer);
    try {
      return work(tail);
    } finally {
      tail.dispose();
    }
  } finally {
    image.dispose();
  }
}

const shapeOf = ({ network }: EagerContext, layer: string): Reached['shape'] => {
  const { rows, columns, channels } = network.layers.find(({ name }) => name === layer)!;
  return [rows, columns, channels];
};

/** dy/dx, one input after the other. */
function inputGradients(
  context: EagerContext,
  inputs: readonly Float32Array[],
  weightsOf: (index: number) => Weights,
): InputGradient {
  const parts = inputs.map((input, index) => {
    const image = imageOf(context, input);
    try {
      return differentiated(context, 'input', context.network.logits, image, weightsOf(index));
    } finally {
      image.dispose();
    }
  });
  return {
    logits: joined(parts.map(({ logits }) => logits)),
    gradient: joined(parts.map(({ gradient }) => gradient)),
    weights: joined(parts.map(({ weights }) => weights)),
  };
}

/**
 * TensorFlow.js itself, op by op, one input after the other: slower than a compiled graph, and able to do whatever
 * TensorFlow.js can.
 */
export function eagerRunner(context: EagerContext): Runner {
  const { tf, network, classes, inputShape } = context;
  const size = inputShape.reduce((a, b) => a * b);

  const run = (input: Float32Array): Float32Array =>
    valuesOf(tf.tidy(() => classLogits(context, network.logits(imageOf(context, input)))));

  const above = (tail: Tail, activation: Float32Array): Float32Array =>
    valuesOf(tf.tidy(() => classLogits(context, tail.from(tf.tensor(activation, tail.at.shape)))));

  function one(input: Float32Array, layer: string, weights: Weights | null) {
    return withTail(context, { input, layer }, (tail) => {
      const activation = tail.at.dataSync<'float32'>();
      const nothing = new Float32Array(0);
      if (!weights)
        return { activation, logits: above(tail, activation), gradient: nothing, weights: nothing };
      return { activation, ...differentiated(context, layer, tail.from, tail.at, weights) };
    });
  }

  function reached(inputs: Float32Array, layer: string, weights: Weights | null): ReachedWithGradient {
    const parts = rowsOf(inputs, size).map((input, index) => one(input, layer, rowOf(weights, index)));
    return {
      layer,
      count: parts.length,
      inputs,
      shape: shapeOf(context, layer),
      beside: [],
      logits: joined(parts.map(({ logits }) => logits)),
      activation: joined(parts.map(({ activation }) => activation)),
      gradient: joined(parts.map(({ gradient }) => gradient)),
      weights: joined(parts.map(({ weights: own }) => own)),
    };
  }

  const rowOf = (weights: Weights | null, index: number): Weights | null =>
    weights === 'top' || !weights ? weights : weights.subarray(index * classes, (index + 1) * classes);

  return {
    run: (inputs) => joined(rowsOf(inputs, size).map(run)),
    reach: (inputs, layer) => reached(inputs, layer, null),
    reachWithGradient: reached,
    gradientAbove({ inputs, layer, count }, weights) {
      const rows = rowsOf(weights, classes);
      const images = rowsOf(inputs, size);
      return joined(rows.map((row, index) => one(images[count === 1 ? 0 : index]!, layer, row).gradient));
    },
    runAbove: ({ inputs, layer, shape }, activations) =>
      withTail(context, { input: inputs, layer }, (tail) =>
        joined(
          rowsOf(activations, shape[0] * shape[1] * shape[2]).map((activation) => above(tail, activation)),
        ),
      ),
    inputGradient: (inputs, weights) =>
      inputGradients(context, rowsOf(inputs, size), (index) => rowOf(weights, index)!),
  };
}
