import { float } from './attributes';
import type { Draft, DraftConstant, DraftNode } from './draft';
import { scalingOf } from './scaling';

/** Batch normalisations as a product and a sum of a value a channel, which is what is left of them from Keras 3. */
export function spellOutNormalisations(draft: Draft): Draft {
  const constants = new Map(draft.constants);
  const keep = (name: string, values: Float64Array): string => {
    const constant: DraftConstant = { name, shape: [values.length], values, kind: 'float32' };
    constants.set(name, constant);
    return name;
  };
  const spelledOut = (node: DraftNode): DraftNode[] => {
    const { factor, shift } = scalingOf(node, (name) => constants.get(name)!.values);
    const product = `${node.name}/mul_1`;
    const inputs = [node.inputs[0]!, keep(`${node.name}/mul`, factor)];
    return [
      { name: product, op: 'Mul', inputs, attributes: { T: float } },
      { ...node, op: 'AddV2', inputs: [product, keep(`${node.name}/sub`, shift)], attributes: { T: float } },
    ];
  };
  const nodes = draft.nodes.flatMap((node) => (node.op === 'FusedBatchNormV3' ? spelledOut(node) : [node]));
  return { nodes, constants };
}
