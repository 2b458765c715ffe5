import { flag, int32, integer, integers, text } from './attributes';
import type { LayerDraft } from './layer';

/** Drafts the nodes of a layer; the answer is the name of the one that holds what comes out. */
type DraftLayer = (layer: LayerDraft) => string;

interface Windowed {
  readonly strides: readonly [number, number];
  readonly padding: 'same' | 'valid';
}

const activations: Readonly<Record<string, string>> = {
  relu: 'Relu',
  relu6: 'Relu6',
  elu: 'Elu',
  sigmoid: 'Sigmoid',
  softmax: 'Softmax',
};

function activated(layer: LayerDraft, from: string): string {
  const name = String(layer.config['activation']);
  if (name === 'linear') return from;
  if (name === 'swish') return layer.node('Mul', [from, layer.node('Sigmoid', [from])]);
  const op = activations[name];
  if (!op) throw new Error(`The activation ${name} of ${layer.name} has no node here.`);
  return layer.node(op, [from]);
}

const biased = (layer: LayerDraft, from: string): string =>
  layer.config['useBias'] ? layer.node('BiasAdd', [from, layer.weight('bias')]) : from;

function windowed({ config }: LayerDraft) {
  const { strides, padding } = config as unknown as Windowed;
  return {
    strides: integers(1, ...strides, 1),
    padding: text(padding.toUpperCase()),
    data_format: text('NHWC'),
  };
}

const convolution =
  (op: string, kernel: string): DraftLayer =>
  (layer) => {
    const attributes = { ...windowed(layer), dilations: integers(1, 1, 1, 1) };
    const convolved = layer.node(op, [layer.inputs[0]!, layer.weight(kernel)], attributes);
    return activated(layer, biased(layer, convolved));
  };

const pooling =
  (op: string): DraftLayer =>
  (layer) => {
    const size = layer.config['poolSize'] as readonly [number, number];
    return layer.node(op, layer.inputs, { ...windowed(layer), ksize: integers(1, ...size, 1) });
  };

function normalisation(layer: LayerDraft): string {
  const length = layer.outputShape.at(-1)!;
  const moments = ['moving_mean', 'moving_variance'].map((name) => layer.weight(name));
  const gamma = layer.weight('gamma', { value: 1, length });
  const beta = layer.weight('beta', { value: 0, length });
  const attributes = {
    epsilon: { f: layer.config['epsilon'] },
    is_training: flag(false),
    data_format: text('NHWC'),
  };
  return layer.node('FusedBatchNormV3', [layer.inputs[0]!, gamma, beta, ...moments], attributes);
}

/** Two at a time, from the left. */
const joined =
  (op: string): DraftLayer =>
  (layer) =>
    layer.inputs.reduce((left, right, i) => layer.node(op, [left, right], {}, i > 1 ? `${op}_${i}` : op));

const sum: DraftLayer = (layer) =>
  layer.origin === 'keras-2'
    ? joined('AddV2')(layer)
    : layer.node('AddN', layer.inputs, { N: integer(layer.inputs.length) });

function dense(layer: LayerDraft): string {
  const attributes = { transpose_a: flag(false), transpose_b: flag(false) };
  const product = layer.node('MatMul', [layer.inputs[0]!, layer.weight('kernel')], attributes);
  return activated(layer, biased(layer, product));
}

function concatenation(layer: LayerDraft): string {
  const axis = layer.integers('axis', [], [Number(layer.config['axis'])]);
  return layer.node('ConcatV2', [...layer.inputs, axis], { N: integer(layer.inputs.length), Tidx: int32 });
}

function mean(layer: LayerDraft): string {
  const axes = layer.integers('axes', [2], [1, 2]);
  return layer.node('Mean', [layer.inputs[0]!, axes], { keep_dims: flag(false), Tidx: int32 });
}

function padding(layer: LayerDraft): string {
  const sides = layer.config['padding'] as readonly (readonly [number, number])[];
  const all = layer.integers('paddings', [4, 2], [0, 0, ...sides.flat(), 0, 0]);
  return layer.node('Pad', [layer.inputs[0]!, all], { Tpaddings: int32 });
}

/** The number of inputs, read off what comes in. */
function countOf(layer: LayerDraft): string {
  const shape = layer.node('Shape', [layer.inputs[0]!], { out_type: int32 });
  const [begin, end, step] = [0, 1, 1].map((value, i) => layer.integers(`slice_${i}`, [1], [value]));
  const masks = ['begin_mask', 'end_mask', 'ellipsis_mask', 'new_axis_mask'].map((name) => [
    name,
    integer(0),
  ]);
  const attributes = { ...Object.fromEntries(masks), shrink_axis_mask: integer(1), T: int32, Index: int32 };
  return layer.node('StridedSlice', [shape, begin!, end!, step!], attributes);
}

function shapeOf(layer: LayerDraft): string {
  const { outputShape } = layer;
  if (layer.origin === 'keras-2') return layer.integers('shape', [outputShape.length], outputShape);
  const sizes = outputShape.slice(1).map((size, i) => layer.integers(`size_${i}`, [], [size]));
  const attributes = { N: integer(outputShape.length), axis: integer(0), T: int32 };
  return layer.node('Pack', [countOf(layer), ...sizes], attributes);
}

const reshaped: DraftLayer = (layer) =>
  layer.node('Reshape', [layer.inputs[0]!, shapeOf(layer)], { Tshape: int32 });

/** How each class of layer is drafted; one that is not here cannot be converted. */
export const draftLayer: Readonly<Record<string, DraftLayer>> = {
  Conv2D: convolution('Conv2D', 'kernel'),
  DepthwiseConv2D: convolution('DepthwiseConv2dNative', 'depthwise_kernel'),
  BatchNormalization: normalisation,
  Activation: (layer) => activated(layer, layer.inputs[0]!),
  ZeroPadding2D: padding,
  MaxPooling2D: pooling('MaxPool'),
  AveragePooling2D: pooling('AvgPool'),
  GlobalAveragePooling2D: mean,
  Add: sum,
  Multiply: joined('Mul'),
  Concatenate: concatenation,
  Reshape: reshaped,
  Flatten: reshaped,
  Dense: dense,
  // These pass on what comes in, outside training.
  InputLayer: (layer) => layer.inputs[0]!,
  Dropout: (layer) => layer.inputs[0]!,
};
