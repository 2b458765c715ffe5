import type { InputGradient, Reached, ReachedWithGradient, Runner, Weights } from '../port';
import type { Feed } from './emitter';
import { sizeOf, type Value } from './value';
import { frontierOf } from './frontier';
import type { LayerPlan } from './layer-plan';
import type { Plan } from './plan';
import type { Session } from './session';

/** A layer with what has to be known beside it to go on from there. */
interface Target {
  readonly plan: LayerPlan;
  /** Whether other activations can be fed in its place. */
  readonly isOpen: boolean;
  /** Enough for the logits, and for the gradient too. */
  readonly beside: readonly Value[];
}

const feed = ({ name, shape }: Value, values: Float32Array): Feed => ({
  name,
  values,
  shape: [values.length / sizeOf(shape), ...shape.slice(1)],
});

/** An array m times over. */
function repeated(values: Float32Array, times: number): Float32Array {
  if (times === 1) return values;
  const all = new Float32Array(values.length * times);
  for (let i = 0; i < times; i++) all.set(values, i * values.length);
  return all;
}

/** Each value through a function of it and its channel. */
const byChannel = (
  values: Float32Array,
  channels: number,
  of: (value: number, channel: number) => number,
): Float32Array => values.map((value, i) => of(value, i % channels));

const ofNode = ({ view }: LayerPlan, values: Float32Array): Float32Array =>
  view ? byChannel(values, view.scale.length, (v, k) => (v - view.shift[k]!) / view.scale[k]!) : values;
const toNode = ({ view }: LayerPlan, values: Float32Array): Float32Array =>
  view ? byChannel(values, view.scale.length, (v, k) => v * view.scale[k]! + view.shift[k]!) : values;
const gradientOf = ({ view }: LayerPlan, values: Float32Array): Float32Array =>
  view ? byChannel(values, view.scale.length, (v, k) => v * view.scale[k]!) : values;

/** A compiled network as a runner; what its graph cannot do goes to the fallback. */
export class CompiledRunner implements Runner {
  readonly #plan: Plan;
  readonly #session: Session;
  readonly #fallback: Runner;
  readonly #classes: number;
  readonly #targets = new Map<string, Target | null>();

  constructor(plan: Plan, session: Session, fallback: Runner) {
    this.#plan = plan;
    this.#session = session;
    this.#fallback = fallback;
    this.#classes = plan.logits.shape[1]!;
  }

  run(inputs: Float32Array): Float32Array {
    const { input, logits } = this.#plan;
    return this.#fetch([feed(input, inputs)], [logits])[0]!;
  }

  reach(inputs: Float32Array, layer: string): Reached {
    const target = this.#target(layer);
    if (!target) return this.#fallback.reach(inputs, layer);
    const values = this.#fetch([feed(this.#plan.input, inputs)], this.#reachValues(target));
    return this.#reached(inputs, layer, target, values);
  }

  reachWithGradient(inputs: Float32Array, layer: string, weights: Weights): ReachedWithGradient {
    const target = this.#target(layer, true);
    if (!target) return this.#fallback.reachWithGradient(inputs, layer, weights);
    const { input, chosen } = this.#plan;
    const feeds = [feed(input, inputs), ...this.#weightFeeds(this.#count(inputs), weights)];
    const fetches = [chosen, target.plan.gradient!, ...this.#reachValues(target)];
    const [own, gradient, ...values] = this.#fetch(feeds, fetches);
    const reached = this.#reached(inputs, layer, target, values);
    return { ...reached, gradient: gradientOf(target.plan, gradient!), weights: own! };
  }

  gradientAbove(reached: Reached, weights: Float32Array): Float32Array {
    const target = this.#target(reached.layer, true);
    if (!target?.isOpen) return this.#fallback.gradientAbove(reached, weights);
    const count = weights.length / this.#classes;
    const activations = repeated(reached.activation, count / reached.count);
    const feeds = [...feedsAbove(target, reached, activations), ...this.#weightFeeds(count, weights)];
    return gradientOf(target.plan, this.#fetch(feeds, [target.plan.gradient!])[0]!);
  }

  runAbove(reached: Reached, activations: Float32Array): Float32Array {
    const target = this.#target(reached.layer);
    if (!target?.isOpen) return this.#fallback.runAbove(reached, activations);
    return this.#fetch(feedsAbove(target, reached, activations), [this.#plan.logits])[0]!;
  }

  inputGradient(inputs: Float32Array, weights: Weights): InputGradient {
    const { input, inputGradient, logits, chosen } = this.#plan;
    if (!inputGradient) return this.#fallback.inputGradient(inputs, weights);
    const feeds = [feed(input, inputs), ...this.#weightFeeds(this.#count(inputs), weights)];
    const fetches = [logits, inputGradient, chosen];
    const [answer, gradient, own] = this.#fetch(feeds, fetches);
    return { logits: answer!, gradient: gradient!, weights: own! };
  }

  /** Whether the graph itself has the gradient at a layer. */
  hasGradientAt(layer: string): boolean {
    return this.#target(layer, true) !== null;
  }

  get hasInputGradient(): boolean {
    return this.#plan.inputGradient !== null;
  }

  #count(inputs: Float32Array): number {
    return inputs.length / sizeOf(this.#plan.input.shape);
  }

  /** A layer that the graph has, with its gradient where that is needed; null where it has not. */
  #target(name: string, needsGradient = false): Target | null {
    if (!this.#targets.has(name)) this.#targets.set(name, targetOf(this.#plan, name));
    const target = this.#targets.get(name)!;
    return target && needsGradient && !target.plan.gradient ? null : target;
  }

  #weightFeeds(count: number, weights: Weights): Feed[] {
    const isTop = weights === 'top';
    return [
      feed(this.#plan.weights, isTop ? new Float32Array(count * this.#classes) : weights),
      feed(this.#plan.top, new Float32Array(count).fill(isTop ? 1 : 0)),
    ];
  }

  #reachValues({ plan: layer, beside }: Target): Value[] {
    return [this.#plan.logits, layer.value, ...beside];
  }

  #fetch(feeds: readonly Feed[], values: readonly Value[]): Float32Array[] {
    return this.#session.run(
      feeds,
      values.map((value) => this.#plan.emitter.fetched(value)),
    );
  }

  #reached(inputs: Float32Array, layer: string, target: Target, values: readonly Float32Array[]): Reached {
    const [logits, activation, ...beside] = values;
    const [, rows, columns, channels] = target.plan.value.shape;
    return {
      ...{ layer, inputs, beside, logits: logits! },
      count: this.#count(inputs),
      activation: ofNode(target.plan, activation!),
      shape: [rows!, columns!, channels!],
    };
  }
}

function targetOf({ layers, logits, weights, top, emitter }: Plan, name: string): Target | null {
  const layer = layers.get(name);
  if (!layer) return null;
  const isOpen = !emitter.closed.has(layer.value.name);
  if (!isOpen) return { plan: layer, isOpen, beside: [] };
  const ends = [logits.name, ...(layer.gradient ? [layer.gradient.name] : [])];
  const names = frontierOf(emitter, layer.value.name, ends, new Set([weights.name, top.name]));
  return { plan: layer, isOpen, beside: names.map((one) => emitter.values.get(one)!) };
}

/** What a pass above a layer is fed: other activations in its place, and beside them what was kept. */
function feedsAbove({ plan: layer, beside }: Target, reached: Reached, activations: Float32Array): Feed[] {
  const times = activations.length / reached.activation.length;
  return [
    feed(layer.value, toNode(layer, activations)),
    ...beside.map((value, index) => feed(value, repeated(reached.beside[index]!, times))),
  ];
}
