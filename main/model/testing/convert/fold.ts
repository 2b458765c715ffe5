import { float } from './attributes';
import { chainsOf, type Draft, type DraftConstant, type DraftNode, replaced } from './draft';

/** What a batch normalisation does to a channel: factor · x + shift. */
interface Scaling {
  readonly factor: Float64Array;
  readonly shift: Float64Array;
}

/** γ / √(σ² + ε), and β − μ times that (Ioffe and Szegedy, ICML 2015, Algorithm 2). */
function scalingOf(node: DraftNode, valuesOf: (name: string) => ArrayLike<number>): Scaling {
  const [gamma, beta, mean, variance] = node.inputs.slice(1).map(valuesOf);
  const epsilon = Number(node.attributes['epsilon']!['f']);
  const factor = Float64Array.from(gamma!, (scale, k) => scale / Math.sqrt(variance![k]! + epsilon));
  return { factor, shift: factor.map((scale, k) => beta![k]! - mean![k]! * scale) };
}

/** A kernel with its outputs scaled: the last axis, or the last but one of a depthwise kernel. */
function scaledKernel(kernel: DraftConstant, factor: Float64Array, name: string): DraftConstant {
  const values = Float32Array.from(kernel.values, (value, i) => value * factor[i % factor.length]!);
  return { ...kernel, name, values };
}

/**
 * Batch normalisations behind a convolution made part of its kernel and a bias, as tfjs-converter folds them; those
 * behind anything else stay.
 */
export function foldNormalisations(draft: Draft): Draft {
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
  const convolution = /^(Conv2D|DepthwiseConv2dNative)$/;
  const patterns = [
    [convolution, /^FusedBatchNormV3$/],
    [convolution, /^BiasAdd$/, /^FusedBatchNormV3$/],
  ];
  const nodes = patterns.reduce((graph, ops) => replaced(graph, chainsOf(graph, ops), folded), draft).nodes;
  return { nodes, constants };
}
