import type { OutputKind } from '../../preload/vocabulary';

/** The smallest normal float32: what a probability that has underflown to 0 is taken for, so that its logarithm is −87. */
const least = 2 ** -126;
/** The float32 next below 1, for a probability that was rounded to 1: its logit is 16.6. */
const most = 1 - 2 ** -24;

/** log(p / (1 − p)), the inverse of the sigmoid. */
function logit(probability: number): number {
  const p = Math.min(most, Math.max(least, probability));
  return Math.log(p) - Math.log1p(-p);
}

/**
 * Logits of the output units of a model whose last activation cannot be taken off. Of a softmax log p, which is the
 * logit less a constant of the image (the same for all classes, so that softmax gives p again); of a sigmoid
 * log(p / (1 − p)); logits stay as they are. Saturated probabilities are kept off 0 and 1 by what float32 can tell.
 */
export function unitLogits(units: Float32Array, kind: OutputKind): Float32Array {
  if (kind === 'logit') return units;
  return units.map(kind === 'sigmoid' ? logit : (p) => Math.log(Math.max(least, p)));
}

/** What of an answer to one image cannot be what the card says, or ''. */
export function outputFault(units: Float32Array, kind: OutputKind): string {
  if (kind === 'logit') return '';
  if (units.some((p) => !(p >= 0 && p <= 1))) return 'values outside 0..1';
  const sum = units.reduce((total, p) => total + p, 0);
  return kind === 'softmax' && Math.abs(sum - 1) > 1e-2 ? 'values that do not add up to 1' : '';
}
