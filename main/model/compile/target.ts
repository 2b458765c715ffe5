import { ConstantGradients } from './constant-gradients';
import { frontierOf } from './frontier';
import type { LayerPlan } from './layer-plan';
import type { PassPlan, Plan } from './plan';
import type { Value } from './value';

/** A layer with what has to be known beside it to go on from there. */
export interface Target {
  readonly nodes: PassPlan;
  readonly plan: LayerPlan;
  /** Whether other activations can be fed in its place. */
  readonly isOpen: boolean;
  /** Enough for the logits, and for the gradient too. */
  readonly beside: readonly Value[];
  /** Where all that follows is linear the gradient is one for all inputs: those of the last weights that were asked. */
  readonly constant: ConstantGradients | null;
}

/** A layer as a target of a pass; null where the graph does not have it. */
export function targetOf(
  { input, weights, top, emitter }: Plan,
  nodes: PassPlan,
  name: string,
): Target | null {
  const { logits, chosen } = nodes;
  const layer = nodes.layers.get(name);
  if (!layer) return null;
  const isOpen = !emitter.closed.has(layer.value.name);
  const from = layer.gradient && emitter.parentsThrough(layer.gradient.name, chosen.name);
  const isConstant = from !== null && !from.has(input.name);
  const constant = isConstant ? new ConstantGradients() : null;
  if (!isOpen) return { nodes, plan: layer, isOpen, beside: [], constant };
  const ends = [logits.name, ...(layer.gradient ? [layer.gradient.name] : [])];
  const names = frontierOf(emitter, layer.value.name, ends, new Set([weights.name, top.name]));
  return { nodes, plan: layer, isOpen, beside: names.map((one) => emitter.values.get(one)!), constant };
}
