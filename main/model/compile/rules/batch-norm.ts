import { isConstant, type Operand, type Value } from '../value';
import type { Constant } from '../graph-def';
import { type Call, type Rule, Unsupported, valueOf } from '../rule';

/** y = scale · x + shift, one of each a channel. */
export interface Affine {
  readonly scale: Float32Array;
  readonly shift: Float32Array;
}

const constantOf = (operand: Operand | undefined): Constant | null =>
  operand && isConstant(operand) ? operand : null;

/** A batch normalisation at inference as scale and shift; null where it is not one number a channel. */
export function affineOf({ inputs, attrs }: Pick<Call, 'inputs' | 'attrs'>): Affine | null {
  const [mean, variance] = [constantOf(inputs['mean']), constantOf(inputs['variance'])];
  if (!mean || !variance || mean.shape.length !== 1) return null;
  const gamma = constantOf(inputs['scale']);
  const beta = constantOf(inputs['offset']);
  if ((inputs['scale'] && !gamma) || (inputs['offset'] && !beta)) return null;
  const epsilon = Number(attrs['varianceEpsilon'] ?? 1e-3);
  const scale = Float32Array.from(
    variance.values,
    (value, k) => (gamma?.values[k] ?? 1) / Math.sqrt(value + epsilon),
  );
  const shift = scale.map((value, k) => (beta?.values[k] ?? 0) - mean.values[k]! * value);
  return { scale, shift };
}

/** A batch normalisation that no convolution before it could take in. */
export const batchNormRule: Rule = {
  kernels: ['FusedBatchNorm'],
  build(emitter, call) {
    const x = valueOf(call, 'x');
    const affine = affineOf(call);
    if (!affine) throw new Unsupported('a batch normalisation with other than one number a channel');
    const shape = [affine.scale.length];
    const scale = { values: affine.scale, shape };
    const output = emitter.add(emitter.multiply(x, scale), { values: affine.shift, shape });
    const back = (gradient: Value): [Value, Value][] => [[x, emitter.multiply(gradient, scale)]];
    return [{ output, back }];
  },
};
