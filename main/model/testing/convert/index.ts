import type { layers, LayersModel, SymbolicTensor } from '@tensorflow/tfjs-node';
import { GraphBuilder } from '../../sample-graph';
import type { SavedModel } from '../../save-folder';
import { weightsOf } from '../zoo/weights-of';
import type { Draft, DraftConstant } from './draft';
import { foldNormalisations } from './fold';
import { fuseActivations } from './fuse';
import { LayerDraft, type Origin } from './layer';
import { draftLayer } from './layers';
import { spellOutNormalisations } from './spell-out';

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
function draftOf(model: LayersModel, origin: Origin): Draft {
  const weights = weightsByLayer(model);
  const outputs = new Map(model.inputLayers.map(({ name }) => [name, image]));
  const drafts: LayerDraft[] = [];
  for (const layer of model.layers) {
    const kind = layer.getClassName();
    const inputs = sourcesOf(layer).map(({ sourceLayer }) => outputs.get(sourceLayer.name)!);
    const draw = draftLayer[kind];
    if (!draw) throw new Error(`Layers of the class ${kind} cannot be converted here.`);
    const draft = new LayerDraft({
      name: `${model.name}/${layer.name}`,
      config: layer.getConfig(),
      inputs,
      origin,
      outputShape: (layer.outputShape as (number | null)[]).map((size) => size ?? -1),
      weights: weights.get(layer.name) ?? new Map(),
    });
    outputs.set(layer.name, draw(draft));
    drafts.push(draft);
  }
  const constants = drafts.flatMap((draft) => draft.constants);
  return {
    nodes: drafts.flatMap((draft) => draft.nodes),
    constants: new Map(constants.map((constant) => [constant.name, constant])),
  };
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

/** The older converter folds into depthwise convolutions too, and leaves other normalisations whole. */
const folded = (draft: Draft, origin: Origin): Draft =>
  origin === 'keras-2'
    ? foldNormalisations(draft, /^(Conv2D|DepthwiseConv2dNative)$/)
    : spellOutNormalisations(foldNormalisations(draft, /^Conv2D$/));

/**
 * A network of layers, each used once, as a GraphModel such as tensorflowjs_converter leaves it: batch normalisation
 * folded into the convolution before it, convolutions and products fused with bias and activation. The square input
 * is called input_1, other nodes model/layer/op. For tests; the network itself is left as it is. Throws Error on a
 * layer that it does not know.
 */
export function graphOf(model: LayersModel, origin: Origin): SavedModel {
  const [, rows, , channels] = model.inputs[0]!.shape as number[];
  return saved(fuseActivations(folded(draftOf(model, origin), origin)), [rows!, channels!]);
}
