import { float } from './attributes';
import { chainsOf, type Draft, type DraftConstant, type DraftNode, replaced } from './draft';
import { scalingOf } from './scaling';

/** A kernel with its outputs scaled: the last axis, or the last but one of a depthwise kernel. */
function scaledKernel(kernel: DraftConstant, factor: Float64Array, name: string): DraftConstant {
  const values = Float32Array.from(kernel.values, (value, i) => value * factor[i % factor.length]!);
  return { ...kernel, name, values };
}

/**
 * Batch normalisations behind a convolution made part of its kernel and a bias, as tfjs-converter folds them; those
 * behind anything else stay.
 * @param convolution ops that count as one
 */
export function foldNormalisations(draft: Draft, convolution: RegExp): Draft {
  const constants = new Map(draft.constants);
  const valuesOf = (name: string): ArrayLike<number> => constants.get(name)!.values;
  const keep = (constant: DraftConstant): string => {
    constants.set(constant.name, constant);
    return constant.name;
  };
  const folded = (chain: DraftNode[]): DraftNode[] => {
    const [conv, norm] = [chain[0]!, chain.at(-1)!];
    const bias = chain.length === 3 ? valuesOf(chain[1]!.inputs[1]!) : null;
    const { factor, shift } = scalingOf(norm, valuesOf);
    const kernel = scaledKernel(constants.get(conv.inputs[1]!)!, factor, `${conv.name}/folded`);
    const values = Float32Array.from(shift, (value, k) => value + (bias ? bias[k]! * factor[k]! : 0));
    const offset = keep({ name: `${norm.name}/offset`, shape: [values.length], values, kind: 'float32' });
    return [
      { ...conv, inputs: [conv.inputs[0]!, keep(kernel)] },
      { name: norm.name, op: 'BiasAdd', inputs: [conv.name, offset], attributes: { T: float } },
    ];
  };
  const patterns = [
    [convolution, /^FusedBatchNormV3$/],
    [convolution, /^BiasAdd$/, /^FusedBatchNormV3$/],
  ];
  const nodes = patterns.reduce((graph, ops) => replaced(graph, chainsOf(graph, ops), folded), draft).nodes;
  return { nodes, constants };
}
