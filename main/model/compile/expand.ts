import { affineOf } from './rules/batch-norm';
import type { KernelCall, Traced } from './trace';

/** Ids of values that no tensor of TensorFlow.js has. */
let nextId = -1;

/** Builds calls on their way from one value to another. */
class Chain {
  readonly calls: KernelCall[] = [];

  constructor(private readonly shape: readonly number[]) {}

  call(kernel: string, inputs: KernelCall['inputs'], outputs?: KernelCall['outputs']): Traced {
    const shape = Object.values(inputs).some((input) => input.shape.join() === this.shape.join())
      ? this.shape
      : Object.values(inputs)[0]!.shape;
    const made = outputs ?? [{ id: nextId--, shape }];
    this.calls.push({ kernel, inputs, attrs: {}, outputs: made });
    return made[0]!;
  }
}

/** (x − μ) / √(σ² + ε) · γ + β step by step, where μ and σ² depend on the input (Ba et al. 2016, Equation 4). */
function expanded(call: KernelCall): readonly KernelCall[] {
  const { inputs, attrs, outputs } = call;
  const { x, mean, variance, scale, offset } = inputs;
  const chain = new Chain(outputs[0]!.shape);
  const epsilon = { values: Float32Array.of(Number(attrs['varianceEpsilon'] ?? 1e-3)), shape: [] };
  const centred = chain.call('Sub', { a: x!, b: mean! });
  const deviation = chain.call('Rsqrt', { x: chain.call('Add', { a: variance!, b: epsilon }) });
  const one = { values: Float32Array.of(1), shape: [] };
  const zero = { values: Float32Array.of(0), shape: [] };
  const normal = chain.call('Multiply', { a: centred, b: deviation });
  const scaled = chain.call('Multiply', { a: normal, b: scale ?? one });
  chain.call('Add', { a: scaled, b: offset ?? zero }, outputs);
  return chain.calls;
}

/** Normalisations that are no scale and shift a channel (a layer normalisation comes as one), step by step. */
export const expandNormalisations = (calls: readonly KernelCall[]): KernelCall[] =>
  calls.flatMap((call) => {
    const known = call.inputs as Parameters<typeof affineOf>[0]['inputs'];
    const isAffine = call.kernel !== 'FusedBatchNorm' || affineOf({ inputs: known, attrs: call.attrs });
    return isAffine ? [call] : expanded(call);
  });
