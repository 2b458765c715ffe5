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

/** Stands between a layer and its callers: gets what the layer would compute, gives what the callers see. */
export type Intercept = (leaf: NamedLayer, compute: () => Tensor) => Tensor;

/** Runs work with one layer's call replaced; the layer is itself again afterwards. */
function withCall<Result>(leaf: NamedLayer, intercept: Intercept, work: () => Result): Result {
  const { layer } = leaf;
  const own = Object.hasOwn(layer, 'call');
  const original: Call = layer.call;
  layer.call = (inputs, kwargs) =>
    intercept(leaf, () => {
      const output = original.call(layer, inputs, kwargs);
      return Array.isArray(output) ? output[0]! : output;
    });
  try {
    return work();
  } finally {
    if (own) layer.call = original;
    else delete (layer as { call?: Call }).call;
  }
}

/** Runs work while every call of the leaves goes through intercept. */
export const withCalls = <Result>(
  leaves: readonly NamedLayer[],
  intercept: Intercept,
  work: () => Result,
): Result =>
  leaves.reduceRight((inner: () => Result, leaf) => () => withCall(leaf, intercept, inner), work)();
