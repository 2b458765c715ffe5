import { Emitter, type Graph, ints, isConstant, type Operand, scalar, type Value } from './emitter';
import { expandNormalisations } from './expand';
import { foldNormalisations, type Folded, type View } from './fold';
import { type Built, Unsupported } from './rule';
import type { Affine } from './rules/batch-norm';
import { ruleOf } from './rules/index';
import type { KernelCall, Trace, Traced } from './trace';

/** A layer in the graph. */
export interface LayerPlan {
  readonly value: Value;
  /** The node of dy/d(value); null where it has none. */
  readonly gradient: Value | null;
  /** Where the layer itself was folded away: value = scale · activation + shift. */
  readonly view: Affine | null;
}

/** A compiled network: names in a TensorFlow graph. */
export interface Plan {
  readonly graph: Graph;
  readonly input: Value;
  /** Fed: w, one row an input; and 1 to add 1 at each input's highest logit, else 0. */
  readonly weights: Value;
  readonly top: Value;
  /** w with that 1 added. */
  readonly chosen: Value;
  readonly logits: Value;
  readonly layers: ReadonlyMap<string, LayerPlan>;
  readonly inputGradient: Value | null;
  readonly emitter: Emitter;
}

/** The nodes of the forward pass, with the way back of each. */
interface Forward {
  readonly values: ReadonlyMap<number, Value>;
  readonly tape: readonly Built[];
}

function forward(emitter: Emitter, { input }: Trace, calls: readonly KernelCall[], x: Value): Forward {
  const values = new Map<number, Value>([[input.id, x]]);
  const tape: Built[] = [];
  const operand = (traced: Traced): Operand => {
    if (isConstant(traced)) return traced;
    const value = values.get(traced.id);
    if (value) return value;
    throw new Unsupported('a value that nothing gave');
  };
  for (const { kernel, inputs, attrs, outputs } of calls) {
    const operands = Object.fromEntries(Object.entries(inputs).map(([name, one]) => [name, operand(one)]));
    if (outputs.some(({ shape }) => shape.length > 0 && shape[0] !== 1))
      throw new Unsupported(`${kernel} that moves the batch`);
    const shapes = outputs.map(({ shape }) => shape);
    const built = ruleOf(kernel).build(emitter, { kernel, inputs: operands, attrs, shapes });
    outputs.forEach(({ id }, index) => values.set(id, built[index]!.output));
    const names = new Set(Object.values(operands).map((one) => (isConstant(one) ? '' : one.name)));
    // What only passes its input on is that input.
    tape.push(...built.filter(({ output }) => !names.has(output.name)));
  }
  return { values, tape };
}

/** dy/d(each value) by name, from the logits back; what lies below something without a gradient has none. */
function backward(
  emitter: Emitter,
  tape: readonly Built[],
  seed: { of: Value; gradient: Value },
): Map<string, Value> {
  const gradients = new Map([[seed.of.name, seed.gradient]]);
  const blocked = new Set<string>();
  for (const { output, back } of [...tape].reverse()) {
    const gradient = gradients.get(output.name);
    const stopped = blocked.has(output.name) || (gradient && !back);
    if (stopped) for (const name of emitter.parentsThrough(output.name)) blocked.add(name);
    else if (gradient && back)
      for (const [input, part] of back(gradient)) {
        const known = gradients.get(input.name);
        gradients.set(input.name, known ? emitter.add(known, part) : part);
      }
  }
  for (const name of blocked) gradients.delete(name);
  return gradients;
}

/** Logits of the card's classes, one row an input: the units, or −z and z where one unit stands for two classes. */
function classLogits(emitter: Emitter, units: Value, classes: number): { logits: Value; tape: Built[] } {
  const count = units.shape.reduce((a, b) => a * b, 1);
  const flat = emitter.reshape(units, [1, count]);
  const reshaped: Built = {
    output: flat,
    back: (gradient) => [[units, emitter.reshape(gradient, units.shape)]],
  };
  const first = flat.name === units.name ? [] : [reshaped];
  if (count === classes) return { logits: flat, tape: first };
  const other = emitter.op('Neg', [flat], [1, 1]);
  const attributes = { N: { int: 2 }, Tidx: { type: 'int32' } } as const;
  const logits = emitter.op('ConcatV2', [other, flat, ints(1)], [1, 2], attributes);
  const signs = { values: Float32Array.of(-1, 1), shape: [2, 1] };
  const back = (gradient: Value): [Value, Value][] => [
    [flat, emitter.op('MatMul', [gradient, signs], [1, 1])],
  ];
  return { logits, tape: [...first, { output: logits, back }] };
}

/** w, with 1 added at each input's highest logit where that is asked for. */
function chosenWeights(emitter: Emitter, logits: Value, weights: Value, top: Value): Value {
  const best = emitter.untyped('ArgMax', [logits, ints(1)], [1], {
    T: { type: 'float' },
    Tidx: { type: 'int32' },
    output_type: { type: 'int32' },
  });
  const depth = ints(logits.shape[1]!);
  const highest = emitter.op('OneHot', [best, depth, scalar(1), scalar(0)], logits.shape, {
    TI: { type: 'int32' },
    axis: { int: -1 },
  });
  return emitter.add(weights, emitter.multiply(highest, top));
}

function layerPlan(
  id: number,
  { views }: Folded,
  values: Forward['values'],
  gradients: Map<string, Value>,
): LayerPlan | null {
  const view: View | undefined = views.get(id);
  if (view) return viewed(view, layerPlan(view.through, { calls: [], views }, values, gradients));
  const value = values.get(id);
  return value ? { value, gradient: gradients.get(value.name) ?? null, view: null } : null;
}

/** A layer that was folded away, seen through the one that took its place; null where that is no way back. */
function viewed({ scale, shift }: View, plan: LayerPlan | null): LayerPlan | null {
  const sizes = scale.map(Math.abs);
  const largest = sizes.reduce((a, b) => Math.max(a, b), 0);
  const isInvertible = sizes.every((size) => size > 1e-4 * largest);
  if (!plan || !isInvertible) return null;
  const outer = plan.view;
  if (!outer) return { ...plan, view: { scale, shift } };
  return {
    ...plan,
    view: {
      scale: scale.map((value, k) => value * outer.scale[k]!),
      shift: shift.map((value, k) => value * outer.scale[k]! + outer.shift[k]!),
    },
  };
}

/**
 * A traced network as one TensorFlow graph: logits, every layer's activation and the gradient of y = Σ w · logits
 * with respect to every layer and to the input. A session computes of it only what is asked for, so all targets
 * share their constants. Throws Unsupported where the graph cannot do what the network does.
 */
export function planOf(trace: Trace, classes: number): Plan {
  const emitter = new Emitter();
  const folded = foldNormalisations(expandNormalisations(trace.calls));
  const input = emitter.placeholder(trace.input.shape);
  const { values, tape } = forward(emitter, trace, folded.calls, input);
  const units = values.get(trace.output.id);
  if (!units) throw new Unsupported('an answer that does not depend on the input');
  const answer = classLogits(emitter, units, classes);
  const { logits } = answer;
  const weights = emitter.placeholder(logits.shape);
  const top = emitter.placeholder([1, 1]);
  const chosen = chosenWeights(emitter, logits, weights, top);
  const gradients = backward(emitter, [...tape, ...answer.tape], { of: logits, gradient: chosen });
  const layers = new Map<string, LayerPlan>();
  for (const [name, id] of trace.layers) {
    const plan = layerPlan(id, folded, values, gradients);
    if (plan) layers.set(name, plan);
  }
  const inputGradient = gradients.get(input.name) ?? null;
  const ends = [logits, chosen, ...(inputGradient ? [inputGradient] : [])];
  const ofLayers = [...layers.values()].flatMap(({ gradient }) => gradient ?? []);
  // Any value of the forward pass may have to be kept beside a layer.
  for (const value of [...ends, ...ofLayers, ...tape.map(({ output }) => output)]) emitter.fetched(value);
  return {
    graph: emitter.finish(),
    ...{ input, weights, top, chosen, logits, layers, inputGradient, emitter },
  };
}
