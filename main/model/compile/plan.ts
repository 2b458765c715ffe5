import { backward } from './backward';
import { chosenWeights, classLogits } from './class-logits';
import { Emitter, type Graph } from './emitter';
import type { Value } from './value';
import { expandNormalisations } from './expand';
import { foldNormalisations } from './fold';
import { forward } from './forward';
import { type LayerPlan, layerPlan } from './layer-plan';
import { Unsupported } from './rule';
import type { Trace } from './trace';

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
