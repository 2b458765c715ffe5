import type { layers, LayersModel } from '@tensorflow/tfjs-node';
import type { Tensor } from './tensorflow';

export type Layer = layers.Layer;
type Call = Layer['call'];

/** A layer that computes, with the path of the models it is nested in. */
export interface NamedLayer {
  readonly name: string;
  readonly layer: Layer;
}

export const isModel = (layer: Layer): layer is LayersModel => Array.isArray((layer as LayersModel).layers);

/** All computing layers of a model, nested models opened; "outer/inner" names what lies in a nested model. */
export function leavesOf(model: LayersModel, path = ''): NamedLayer[] {
  return model.layers.flatMap((layer) => {
    const name = path + layer.name;
    return isModel(layer) ? leavesOf(layer, `${name}/`) : [{ name, layer }];
  });
}

/** Runs work while every output of a layer passes through change; the layer is itself again afterwards. */
export function withOutput<Result>(
  layer: Layer,
  change: (output: Tensor) => Tensor,
  work: () => Result,
): Result {
  const own = Object.hasOwn(layer, 'call');
  const original: Call = layer.call;
  layer.call = (inputs, kwargs) => {
    const output = original.call(layer, inputs, kwargs);
    return Array.isArray(output) ? output.map(change) : change(output);
  };
  try {
    return work();
  } finally {
    if (own) layer.call = original;
    else delete (layer as { call?: Call }).call;
  }
}

/** Runs work while every layer of a list tells of its outputs. */
export function withWatch<Result>(
  leaves: readonly NamedLayer[],
  watch: (leaf: NamedLayer, output: Tensor) => void,
  work: () => Result,
): Result {
  const [first, ...rest] = leaves;
  if (!first) return work();
  const tell = (output: Tensor): Tensor => {
    watch(first, output);
    return output;
  };
  return withOutput(first.layer, tell, () => withWatch(rest, watch, work));
}
