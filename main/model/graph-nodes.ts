import type { GraphModel } from '@tensorflow/tfjs-node';
import { PersonError } from '../process/errors';

/** What is used of a node of tfjs-converter's graph. */
export interface GraphNode {
  readonly name: string;
  readonly op: string;
  readonly inputs: readonly GraphNode[];
  readonly attrParams: Readonly<Record<string, { value?: unknown } | undefined>>;
}

/** The converter keeps its graph private, but its node names and inputs are the model's own topology. */
interface WithExecutor {
  readonly executor: { readonly graph: { readonly nodes: Readonly<Record<string, GraphNode>> } };
}

/** A node by the name that inputNodes or outputNodes give, signature keys and ":0" resolved. */
export function nodeOf(model: GraphModel, name: string): GraphNode {
  type Signature = Record<string, Record<string, { name?: string }> | undefined>;
  const signature = (model.modelSignature ?? {}) as Signature;
  const known = signature['outputs']?.[name]?.name ?? signature['inputs']?.[name]?.name ?? name;
  const node = (model as unknown as WithExecutor).executor.graph.nodes[known.replace(/:\d+$/, '')];
  if (!node) throw new Error(`The graph has no node ${known}.`);
  return node;
}

/**
 * The nodes whose values a node reads. A constant reads none: what stands as its input only orders it after another
 * (a control dependency, which the converter no longer tells from the rest).
 */
const readBy = ({ op, inputs }: GraphNode): readonly GraphNode[] => (op === 'Const' ? [] : inputs);

/** The nodes that lead to a node, it included, in the order of computation, kept to those that depend on the input. */
export function orderOf(end: GraphNode, input: GraphNode): GraphNode[] {
  const depends = new Map<string, boolean>();
  const order: GraphNode[] = [];
  const stack = [{ node: end, next: 0 }];
  while (stack.length > 0) {
    const top = stack.at(-1)!;
    const child = readBy(top.node)[top.next++];
    if (child) {
      if (!depends.has(child.name)) stack.push({ node: child, next: 0 });
      continue;
    }
    stack.pop();
    if (depends.has(top.node.name)) continue;
    const reached = top.node.name === input.name || readBy(top.node).some(({ name }) => depends.get(name));
    depends.set(top.node.name, reached);
    if (reached) order.push(top.node);
  }
  return order;
}

/** Names of all nodes that lead to a node, it included. */
export function behind(end: GraphNode): Set<string> {
  const names = new Set([end.name]);
  const stack = [end];
  for (let node = stack.pop(); node; node = stack.pop())
    for (const input of readBy(node))
      if (!names.has(input.name)) {
        names.add(input.name);
        stack.push(input);
      }
  return names;
}

const passing = new Set(['Identity', 'Reshape', 'Squeeze']);
const squashing = new Set(['Softmax', 'Sigmoid']);
/** Ops whose output can be a logit. */
const linear = new Set(
  'MatMul _FusedMatMul BiasAdd Add AddV2 Sub Mul Conv2D _FusedConv2D Mean Sum AvgPool ConcatV2 Einsum BatchMatMul BatchMatMulV2 FusedBatchNorm FusedBatchNormV3'.split(
    ' ',
  ),
);

const behindPassing = (node: GraphNode): GraphNode =>
  passing.has(node.op) && node.inputs[0] ? behindPassing(node.inputs[0]) : node;

/** Takes an activation that the converter fused into the node off it; the model is ours, so it stays off. */
function unfuse(node: GraphNode): string {
  const fused = node.attrParams['fusedOps']?.value;
  if (!node.op.startsWith('_Fused') || !Array.isArray(fused)) return '';
  const activation = String(fused[1] ?? '');
  if (activation !== 'sigmoid') return activation === 'linear' || activation === 'noop' ? '' : activation;
  fused[1] = 'linear';
  return '';
}

/**
 * The node that gives the logits: the output, or what goes into its last softmax or sigmoid. Throws PersonError
 * where the graph ends in something from which no logit can be had.
 */
export function logitsNode(output: GraphNode, folder: string): GraphNode {
  const end = behindPassing(output);
  const node = squashing.has(end.op) && end.inputs[0] ? behindPassing(end.inputs[0]) : end;
  const activation = unfuse(node);
  if (linear.has(node.op) && !activation) return node;
  throw new PersonError(
    `The model in ${folder} ends in ${activation || node.op}, from which no logit can be had; end it in softmax, sigmoid or none.`,
  );
}
