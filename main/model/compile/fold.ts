import { isConstant, sizeOf } from './value';
import type { Constant } from './graph-def';
import { type Affine, affineOf } from './rules/batch-norm';
import type { KernelCall, Traced } from './trace';

/** A tensor that is no longer computed: folded = scale · it + shift, one of each a channel. */
export interface View extends Affine {
  /** Id of the tensor that took its place. */
  readonly through: number;
}

export interface Folded {
  readonly calls: readonly KernelCall[];
  /** By id of the tensor that was folded away. */
  readonly views: ReadonlyMap<number, View>;
}

const convolutions = new Set(['Conv2D', 'FusedConv2D', 'DepthwiseConv2dNative', 'FusedDepthwiseConv2D']);
const ids = ({ inputs }: KernelCall): number[] =>
  Object.values(inputs).flatMap((input) => ('id' in input ? [input.id] : []));

const isLinear = ({ attrs }: KernelCall): boolean =>
  ['linear', undefined, null].includes(attrs['activation'] as never);

function consumersOf(calls: readonly KernelCall[]): ReadonlyMap<number, readonly KernelCall[]> {
  const consumers = new Map<number, KernelCall[]>();
  for (const call of calls)
    for (const id of ids(call)) consumers.set(id, [...(consumers.get(id) ?? []), call]);
  return consumers;
}

/** The filter with each output channel scaled; a depthwise one holds them as channel × multiplier. */
function scaledFilter({ values, shape }: Constant, scale: Float32Array): Constant {
  const scaled = new Float32Array(values.length);
  // Plain loops: a network has tens of millions of weights.
  for (let start = 0; start < values.length; start += scale.length)
    for (let k = 0; k < scale.length; k++) scaled[start + k] = values[start + k]! * scale[k]!;
  return { values: scaled, shape };
}

function scaledBias(bias: Traced | undefined, { scale, shift }: Affine): Constant {
  const values = bias && isConstant(bias) ? bias.values : null;
  return { values: shift.map((value, k) => value + (values?.[k] ?? 0) * scale[k]!), shape: [shift.length] };
}

/** A convolution that does its batch normalisation too; null where it cannot. */
function merged(convolution: KernelCall, normalisation: KernelCall): { call: KernelCall; view: View } | null {
  const { filter, bias } = convolution.inputs;
  const inputs = normalisation.inputs as Parameters<typeof affineOf>[0]['inputs'];
  const affine = affineOf({ inputs, attrs: normalisation.attrs });
  if (!affine || !filter || !isConstant(filter) || (bias && !isConstant(bias))) return null;
  const call = {
    ...convolution,
    inputs: {
      ...convolution.inputs,
      filter: scaledFilter(filter, affine.scale),
      bias: scaledBias(bias, affine),
    },
    outputs: normalisation.outputs,
  };
  return { call, view: { ...affine, through: normalisation.outputs[0]!.id } };
}

/** A constant of one number a channel that a call adds to the output of another; null where it adds something else. */
function addedBias(call: KernelCall, id: number): Constant | null {
  const { a, b } = call.inputs;
  if (call.kernel !== 'Add' || !a || !b) return null;
  const other = 'id' in a && a.id === id ? b : a;
  const channels = call.outputs[0]!.shape.at(-1)!;
  if (!isConstant(other) || sizeOf(other.shape) !== channels || other.shape.at(-1) !== channels) return null;
  return { values: other.values, shape: [channels] };
}

/** TensorFlow.js makes min(6, relu(x)) of relu6; where it is one is told to the rule. */
function marked(calls: readonly KernelCall[]): KernelCall[] {
  const relus = new Set(calls.flatMap((call) => (call.kernel === 'Relu' ? [call.outputs[0]!.id] : [])));
  return calls.map((call) =>
    call.kernel === 'Minimum' && ids(call).every((id) => relus.has(id))
      ? { ...call, attrs: { ...call.attrs, afterRelu: true } }
      : call,
  );
}

/**
 * Takes biases and batch normalisations into the convolutions before them, where nothing else uses what lies
 * between: y = γ (W∗x + b − μ)/√(σ² + ε) + β is again a convolution (Jacob et al. 2018, section 3.2).
 */
export function foldNormalisations(calls: readonly KernelCall[]): Folded {
  const consumers = consumersOf(calls);
  const gone = new Set<KernelCall>();
  const views = new Map<number, View>();
  const only = (id: number): KernelCall | null => {
    const all = consumers.get(id) ?? [];
    return all.length === 1 ? all[0]! : null;
  };
  const fold = (call: KernelCall): KernelCall => {
    if (!convolutions.has(call.kernel) || !isLinear(call)) return call;
    const { id } = call.outputs[0]!;
    const next = only(id);
    if (!next) return call;
    const bias = call.inputs['bias'] ? null : addedBias(next, id);
    if (bias) {
      const at = next.outputs[0]!;
      views.set(id, {
        through: at.id,
        scale: new Float32Array(bias.shape[0]!).fill(1),
        shift: Float32Array.from(bias.values),
      });
      gone.add(next);
      return fold({ ...call, inputs: { ...call.inputs, bias }, outputs: next.outputs });
    }
    const both = next.kernel === 'FusedBatchNorm' ? merged(call, next) : null;
    if (!both) return call;
    gone.add(next);
    views.set(id, both.view);
    return both.call;
  };
  const folded = calls.map((call) => (gone.has(call) ? call : fold(call)));
  return { calls: marked(folded.filter((call) => !gone.has(call))), views };
}
