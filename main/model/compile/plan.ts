import { backward } from './backward';
import { chosenWeights, classLogits } from './class-logits';
import { Emitter, type Graph } from './emitter';
import type { Value } from './value';
import { expandNormalisations } from './expand';
import { type Folded, foldNormalisations } from './fold';
import { forward } from './forward';
import { type LayerPlan, layerPlan } from './layer-plan';
import { Unsupported } from './rule';
import { isOtherwise } from './rules/convolution';
import type { Trace } from './trace';

/** Inputs at once from which on the nodes written for many are the faster. */
export const manyInputs = 8;

/** What a pass is fed. */
interface Ends {
  readonly input: Value;
  /** w, one row an input; and 1 to add 1 at each input's highest logit, else 0. */
  readonly weights: Value;
  readonly top: Value;
}

/** The nodes of a pass and of the way back. */
export interface PassPlan {
  readonly logits: Value;
  /** w with the 1 at the highest logit added. */
  readonly chosen: Value;
  readonly layers: ReadonlyMap<string, LayerPlan>;
  readonly inputGradient: Value | null;
  /** To be fetched once before; null where nothing is to be made ready. */
  readonly ready: string | null;
}

/** A compiled network: names in a TensorFlow graph. */
export interface Plan extends Ends {
  readonly graph: Graph;
  /** For one input or a few, and for many; both take any number of them. */
  readonly few: PassPlan;
  readonly many: PassPlan;
  readonly emitter: Emitter;
}

interface Writing {
  readonly emitter: Emitter;
  readonly trace: Trace;
  readonly folded: Folded;
  readonly classes: number;
  readonly ends: Ends;
}

function passPlan({ emitter, trace, folded, classes, ends }: Writing, batch: number): PassPlan {
  const { calls } = folded;
  const { values, tape } = forward(emitter, trace, { calls, input: ends.input, batch });
  const units = values.get(trace.output.id);
  if (!units) throw new Unsupported('an answer that does not depend on the input');
  const answer = classLogits(emitter, units, classes);
  const { logits } = answer;
  const chosen = chosenWeights(emitter, logits, ends);
  const gradients = backward(emitter, [...tape, ...answer.tape], { of: logits, gradient: chosen });
  const layers = new Map<string, LayerPlan>();
  for (const [name, id] of trace.layers) {
    const plan = layerPlan(id, folded, values, gradients);
    if (plan) layers.set(name, plan);
  }
  const inputGradient = gradients.get(ends.input.name) ?? null;
  const ofLayers = [...layers.values()].flatMap(({ gradient }) => gradient ?? []);
  const asked = [logits, chosen, ...(inputGradient ? [inputGradient] : []), ...ofLayers];
  // Any value of the forward pass may have to be kept beside a layer.
  for (const value of [...asked, ...tape.map(({ output }) => output)]) emitter.fetched(value);
  return { logits, chosen, layers, inputGradient, ready: emitter.takeDerived() };
}

/**
 * A traced network as one TensorFlow graph: logits, every layer's activation and the gradient of y = Σ w · logits
 * with respect to every layer and to the input. A session computes of it only what is asked for, so all targets
 * share their constants. Throws Unsupported where the graph cannot do what the network does.
 */
export function planOf(trace: Trace, classes: number): Plan {
  const emitter = new Emitter();
  const folded = foldNormalisations(expandNormalisations(trace.calls));
  const ends: Ends = {
    input: emitter.placeholder(trace.input.shape),
    weights: emitter.placeholder([1, classes]),
    top: emitter.placeholder([1, 1]),
  };
  const writing = { emitter, trace, folded, classes, ends };
  const few = passPlan(writing, 1);
  const differs = folded.calls.some((call) => isOtherwise(call, 1, manyInputs));
  const many = differs ? passPlan(writing, manyInputs) : few;
  return { graph: emitter.finish(), ...ends, few, many, emitter };
}
