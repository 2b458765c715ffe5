import { sameNumbers } from '../same-numbers';
import { topWeights } from '../scores';
import { joined, rowsOf } from '../stacked';
import type { InputGradient, Reached, ReachedWithGradient, Runner, Weights } from '../port';
import type { Feed } from './emitter';
import { feed, repeated } from './feeds';
import { gradientOf, ofNode, toNode } from './layer-plan';
import { PassChoice, type Trial } from './pass';
import type { Plan } from './plan';
import type { Session } from './session';
import type { Target } from './target';
import { sizeOf, type Value } from './value';

/** What a compiled network runs on. */
export interface Parts {
  readonly plan: Plan;
  readonly session: Session;
  /** What its graph has to answer, as it is known. */
  readonly trial: Trial;
  /** Runs what the graph cannot do. */
  readonly fallback: Runner;
}

/** A compiled network as a runner; what its graph cannot do goes to the fallback. */
export class CompiledRunner implements Runner {
  readonly #plan: Plan;
  readonly #session: Session;
  readonly #fallback: Runner;
  readonly #classes: number;
  readonly #passes: PassChoice;

  constructor({ plan, session, trial, fallback }: Parts) {
    this.#plan = plan;
    this.#session = session;
    this.#fallback = fallback;
    this.#classes = plan.few.logits.shape[1]!;
    this.#passes = new PassChoice(plan, session, trial);
  }

  run(inputs: Float32Array): Float32Array {
    const { nodes } = this.#passes.of(this.#count(inputs));
    return this.#fetch([feed(this.#plan.input, inputs)], [nodes.logits])[0]!;
  }

  reach(inputs: Float32Array, layer: string): Reached {
    const target = this.#at(layer, this.#count(inputs));
    if (!target) return this.#fallback.reach(inputs, layer);
    const values = this.#fetch([feed(this.#plan.input, inputs)], reachValues(target));
    return this.#reached(inputs, layer, target, values);
  }

  reachWithGradient(inputs: Float32Array, layer: string, weights: Weights): ReachedWithGradient {
    const count = this.#count(inputs);
    const target = this.#at(layer, count, true);
    if (!target) return this.#fallback.reachWithGradient(inputs, layer, weights);
    if (target.constant) return this.#withConstantGradient(this.reach(inputs, layer), target, weights);
    const feeds = [feed(this.#plan.input, inputs), ...this.#weightFeeds(count, weights)];
    const fetches = [target.nodes.chosen, target.plan.gradient!, ...reachValues(target)];
    const [own, gradient, ...values] = this.#fetch(feeds, fetches);
    const reached = this.#reached(inputs, layer, target, values);
    return { ...reached, gradient: gradientOf(target.plan, gradient!), weights: own! };
  }

  gradientAbove(reached: Reached, weights: Float32Array): Float32Array {
    const count = weights.length / this.#classes;
    const target = this.#at(reached.layer, count, true);
    if (target?.constant) return this.#constantGradient(target, weights);
    if (!target) return this.#fallback.gradientAbove(reached, weights);
    if (!target.isOpen) return this.#gradientFromInput(reached, weights);
    const activations = repeated(reached.activation, count / reached.count);
    const feeds = [...feedsAbove(target, reached, activations), ...this.#weightFeeds(count, weights)];
    return gradientOf(target.plan, this.#fetch(feeds, [target.plan.gradient!])[0]!);
  }

  runAbove(reached: Reached, activations: Float32Array): Float32Array {
    const count = (reached.count * activations.length) / reached.activation.length;
    const target = this.#at(reached.layer, count);
    if (!target?.isOpen) return this.#fallback.runAbove(reached, activations);
    return this.#fetch(feedsAbove(target, reached, activations), [target.nodes.logits])[0]!;
  }

  inputGradient(inputs: Float32Array, weights: Weights): InputGradient {
    const count = this.#count(inputs);
    const { inputGradient, logits, chosen } = this.#passes.of(count).nodes;
    if (!inputGradient) return this.#fallback.inputGradient(inputs, weights);
    const feeds = [feed(this.#plan.input, inputs), ...this.#weightFeeds(count, weights)];
    const fetches = [logits, inputGradient, chosen];
    const [answer, gradient, own] = this.#fetch(feeds, fetches);
    return { logits: answer!, gradient: gradient!, weights: own! };
  }

  /** Whether the graph itself has the gradient at a layer. */
  hasGradientAt(layer: string): boolean {
    return this.#passes.few.target(layer, true) !== null;
  }

  get hasInputGradient(): boolean {
    return this.#plan.few.inputGradient !== null;
  }

  #count(inputs: Float32Array): number {
    return inputs.length / sizeOf(this.#plan.input.shape);
  }

  #at(layer: string, count: number, needsGradient = false): Target | null {
    return this.#passes.of(count).target(layer, needsGradient);
  }

  /** Where nothing can be fed into the layer all is run again. */
  #gradientFromInput({ inputs, count, layer }: Reached, weights: Float32Array): Float32Array {
    const times = weights.length / this.#classes / count;
    return this.reachWithGradient(repeated(inputs, times), layer, weights).gradient;
  }

  #withConstantGradient(reached: Reached, target: Target, weights: Weights): ReachedWithGradient {
    const top = () => joined(rowsOf(reached.logits, this.#classes).map(topWeights));
    const rows = weights === 'top' ? top() : weights;
    const [first, ...others] = rowsOf(rows, this.#classes);
    const asked = others.every((row) => sameNumbers(row, first!)) ? first! : rows;
    return { ...reached, gradient: this.#constantGradient(target, asked), weights: rows };
  }

  #constantGradient({ nodes, plan, constant }: Target, weights: Float32Array): Float32Array {
    const made = (row: Float32Array) => this.#fetch([feed(nodes.chosen, row)], [plan.gradient!])[0]!;
    const of = (row: Float32Array) => constant!.of(row, () => gradientOf(plan, made(row)));
    const rows = rowsOf(weights, this.#classes);
    return rows.length === 1 ? of(weights) : joined(rows.map(of));
  }

  #weightFeeds(count: number, weights: Weights): Feed[] {
    const isTop = weights === 'top';
    return [
      feed(this.#plan.weights, isTop ? new Float32Array(count * this.#classes) : weights),
      feed(this.#plan.top, new Float32Array(count).fill(isTop ? 1 : 0)),
    ];
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

const reachValues = ({ nodes, plan, beside }: Target): Value[] => [nodes.logits, plan.value, ...beside];

/** What a pass above a layer is fed: other activations in its place, and beside them what was kept. */
function feedsAbove({ plan: layer, beside }: Target, reached: Reached, activations: Float32Array): Feed[] {
  const times = activations.length / reached.activation.length;
  return [
    feed(layer.value, toNode(layer, activations)),
    ...beside.map((value, index) => feed(value, repeated(reached.beside[index]!, times))),
  ];
}
