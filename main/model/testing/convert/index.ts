import type { layers, LayersModel, SymbolicTensor } from '@tensorflow/tfjs-node';
import { GraphBuilder } from '../../sample-graph';
import type { SavedModel } from '../../save-folder';
import { weightsOf } from '../zoo/weights-of';
import type { Draft, DraftConstant, DraftNode } from './draft';
import { foldNormalisations } from './fold';
import { fuseActivations } from './fuse';
import { LayerDraft } from './layer';
import { draftLayer } from './layers';

const image = 'input_1';

/** The weights of each layer by what they are to it. */
function weightsByLayer(model: LayersModel): Map<string, Map<string, DraftConstant>> {
  const all = new Map<string, Map<string, DraftConstant>>();
  for (const { layer, name, shape, values } of weightsOf(model)) {
    const own = all.get(layer) ?? new Map<string, DraftConstant>();
    all.set(layer, own.set(name, { name: `${model.name}/${layer}/${name}`, shape, values, kind: 'float32' }));
  }
  return all;
}

const sourcesOf = (layer: layers.Layer): SymbolicTensor[] => [layer.input].flat();

/** One node or more a layer, in the order of computation, nothing folded yet. */
function draftOf(model: LayersModel): Draft {
  const weights = weightsByLayer(model);
  const outputs = new Map<string, string>();
  const nodes: DraftNode[] = [];
  const constants = new Map<string, DraftConstant>();
  for (const layer of model.layers) {
    const kind = layer.getClassName();
    if (kind === 'InputLayer') outputs.set(layer.name, image);
    else {
      const draft = new LayerDraft({
        name: `${model.name}/${layer.name}`,
        config: layer.getConfig(),
        inputs: sourcesOf(layer).map(({ sourceLayer }) => outputs.get(sourceLayer.name)!),
        outputShape: (layer.outputShape as (number | null)[]).map((size) => size ?? -1),
        weights: weights.get(layer.name) ?? new Map(),
      });
      const draw = draftLayer[kind];
      if (!draw) throw new Error(`Layers of the class ${kind} cannot be converted here.`);
      outputs.set(layer.name, draw(draft));
      nodes.push(...draft.nodes);
      for (const constant of draft.constants) constants.set(constant.name, constant);
    }
  }
  return { nodes, constants };
}

/** The graph as model.json and weights; constants that no node uses any more are left out. */
function saved({ nodes, constants }: Draft, [rows, channels]: readonly [number, number]): SavedModel {
  const builder = new GraphBuilder();
  builder.input(image, rows, channels);
  const used = new Set(nodes.flatMap(({ inputs }) => inputs));
  for (const { name, shape, values, kind } of constants.values())
    if (used.has(name)) builder.weight(name, shape, values, kind);
  for (const { name, op, inputs, attributes } of nodes) builder.node(name, op, inputs, attributes);
  return builder.build();
}

/**
 * A network of layers, each used once, as a GraphModel such as tensorflowjs_converter leaves it: batch normalisation
 * folded into the convolution before it, convolutions and products fused with bias and activation. The square input
 * is called input_1, other nodes model/layer/op. For tests; the network itself is left as it is. Throws Error on a
 * layer that it does not know.
 */
export function graphOf(model: LayersModel): SavedModel {
  const [, rows, , channels] = model.inputs[0]!.shape as number[];
  return saved(fuseActivations(foldNormalisations(draftOf(model))), [rows!, channels!]);
}
