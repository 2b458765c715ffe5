import { integer, texts } from './attributes';
import { chainsOf, type Draft, type DraftNode, replaced } from './draft';

/** Ops that take a bias and an activation into them, and what they are called then. */
const fusedOps: Readonly<Record<string, string>> = {
  Conv2D: '_FusedConv2D',
  DepthwiseConv2dNative: 'FusedDepthwiseConv2dNative',
  MatMul: '_FusedMatMul',
};

/** One node of the name of the chain's last, as TensorFlow's remapper leaves it. */
function fused(chain: DraftNode[]): DraftNode[] {
  const [first, bias, ...activation] = chain;
  const { name } = chain.at(-1)!;
  const fusions = ['BiasAdd', ...activation.map(({ op }) => op)];
  const attributes = { ...first!.attributes, num_args: integer(1), fused_ops: texts(...fusions) };
  return [{ name, op: fusedOps[first!.op]!, inputs: [...first!.inputs, bias!.inputs[1]!], attributes }];
}

/** Convolutions and products fused with their bias and activation, the longer chains first. */
export function fuseActivations(draft: Draft): Draft {
  const fusible = new RegExp(`^(${Object.keys(fusedOps).join('|')})$`);
  const patterns = [
    [fusible, /^BiasAdd$/, /^(Relu|Relu6|Elu)$/],
    [fusible, /^BiasAdd$/],
  ];
  return patterns.reduce((graph, ops) => replaced(graph, chainsOf(graph, ops), fused), draft);
}
