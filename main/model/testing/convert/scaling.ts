import type { DraftNode } from './draft';

/** What a batch normalisation does to a channel: factor · x + shift. */
interface Scaling {
  readonly factor: Float64Array;
  readonly shift: Float64Array;
}

/** γ / √(σ² + ε), and β − μ times that (Ioffe and Szegedy, ICML 2015, Algorithm 2). */
export function scalingOf(node: DraftNode, valuesOf: (name: string) => ArrayLike<number>): Scaling {
  const [gamma, beta, mean, variance] = node.inputs.slice(1).map(valuesOf);
  const epsilon = Number(node.attributes['epsilon']!['f']);
  const factor = Float64Array.from(gamma!, (scale, k) => scale / Math.sqrt(variance![k]! + epsilon));
  return { factor, shift: factor.map((scale, k) => beta![k]! - mean![k]! * scale) };
}
