import type { TargetLayer } from '../../preload/vocabulary';
import type { GraphNode } from './graph-nodes';

/** Ops whose output is rows × columns × channels by their nature. */
const anchors =
  /^(_?Fused)?(Conv2D|DepthwiseConv2dNative|MaxPool|AvgPool|ResizeBilinear|ResizeNearestNeighbor|Conv2DBackpropInput)$/;
/** Ops after which axes no longer mean what they did: rank 4 may be heads × tokens × tokens. */
const rearranging =
  /^(Reshape|Transpose|Pack|Unpack|Softmax|MatMul|_FusedMatMul|BatchMatMul|BatchMatMulV2|Einsum|GatherV2|ExpandDims|Shape|Cast|StridedSlice|Slice)$/;
const products = /^(MatMul|_FusedMatMul|BatchMatMul|BatchMatMulV2|Einsum)$/;

/** What a pass over an empty input has shown of a graph. */
export interface GraphSurvey {
  readonly layers: TargetLayer[];
  /** Name of a node that mixes positions by attention after the last spatial map, or ''. */
  readonly mixing: string;
}

/**
 * Whether a node mixes positions as attention does: by a softmax before the head's, or by a product of two factors
 * that both come from the image, as queries and keys do. A product with a weight is a dense layer.
 */
function isAttention(node: GraphNode, fromImage: ReadonlySet<string>): boolean {
  if (node.op === 'Softmax') return true;
  return products.test(node.op) && node.inputs.filter(({ name }) => fromImage.has(name)).length > 1;
}

function isSpatial(node: GraphNode, shape: readonly number[], spatial: ReadonlySet<string>): boolean {
  if (shape.length !== 4 || shape[1]! < 2 || shape[2]! < 2) return false;
  if (anchors.test(node.op)) return true;
  return !rearranging.test(node.op) && node.inputs.some(({ name }) => spatial.has(name));
}

/**
 * The nodes of an ordered graph that hold a spatial feature map, by the shapes of their outputs. The input is
 * spatial where it has rank 4, but is no feature map.
 */
export function surveyGraph(
  order: readonly GraphNode[],
  shapes: readonly (readonly number[])[],
  input: GraphNode,
): GraphSurvey {
  const spatial = new Set<string>([input.name]);
  const fromImage = new Set(order.map(({ name }) => name));
  const layers: TargetLayer[] = [];
  let mixing = '';
  order.forEach((node, index) => {
    const shape = shapes[index]!;
    if (isAttention(node, fromImage)) mixing ||= node.name;
    if (node === input || !isSpatial(node, shape, spatial)) return;
    spatial.add(node.name);
    if (node.op === 'Identity') return;
    const [, rows, columns, channels] = shape;
    layers.push({ name: node.name, kind: node.op, rows: rows!, columns: columns!, channels: channels! });
    mixing = '';
  });
  return { layers, mixing };
}
