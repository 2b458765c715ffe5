import type { Value } from './value';
import type { Folded, View } from './fold';
import type { Forward } from './forward';
import type { Affine } from './rules/batch-norm';

/** A layer in the graph. */
export interface LayerPlan {
  readonly value: Value;
  /** The node of dy/d(value); null where it has none. */
  readonly gradient: Value | null;
  /** Where the layer itself was folded away: value = scale · activation + shift. */
  readonly view: Affine | null;
}

/** The plan of the layer that gave a tensor; null where the graph has none. */
export function layerPlan(
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

/** Each value through a function of it and its channel. */
const byChannel = (
  values: Float32Array,
  channels: number,
  of: (value: number, channel: number) => number,
): Float32Array => values.map((value, i) => of(value, i % channels));

/** A layer's own values, from those of the node that stands for it. */
export const ofNode = ({ view }: LayerPlan, values: Float32Array): Float32Array =>
  view ? byChannel(values, view.scale.length, (v, k) => (v - view.shift[k]!) / view.scale[k]!) : values;
/** The node's values from the layer's own. */
export const toNode = ({ view }: LayerPlan, values: Float32Array): Float32Array =>
  view ? byChannel(values, view.scale.length, (v, k) => v * view.scale[k]! + view.shift[k]!) : values;
/** dy/d(layer) from dy/d(node). */
export const gradientOf = ({ view }: LayerPlan, values: Float32Array): Float32Array =>
  view ? byChannel(values, view.scale.length, (v, k) => v * view.scale[k]!) : values;
