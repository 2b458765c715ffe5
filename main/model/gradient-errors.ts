import { messageOf, PersonError } from '../process/errors';
import type { Tf } from './tensorflow';

const reasons: readonly [RegExp, (found: string) => string][] = [
  [
    /gradient function not found for (\w+)/i,
    (op) => `TensorFlow.js has no gradient for the op ${op}, which lies above it; choose a later layer`,
  ],
  [
    /dilation rates greater than 1 .*not yet supported in gradients/is,
    () =>
      'TensorFlow.js has no gradient for dilated convolutions, one of which lies above it; choose a later layer',
  ],
  [
    /error in gradient for op (\w+)/i,
    (op) =>
      `the gradient that TensorFlow.js has for the op ${op}, which lies above it, fails; choose a later layer`,
  ],
  [
    /Cannot compute gradient of y=f\(x\) with respect to x/i,
    () => "the class's score does not depend on it; choose another layer",
  ],
];

/** A failed gradient as a sentence that names the model, the layer and the op; anything else as it came. */
export function gradientError(thrown: unknown, model: string, layer: string): unknown {
  const message = messageOf(thrown);
  for (const [pattern, reason] of reasons) {
    const match = pattern.exec(message);
    if (match)
      return new PersonError(
        `${model} cannot be explained at the layer ${layer}: ${reason(match[1] ?? '')}.`,
      );
  }
  return thrown;
}

/** TensorFlow.js frees what its tape holds only when a gradient succeeds; this frees it after one that failed. */
export function releaseTape(tf: Tf): void {
  const { state } = tf.engine();
  for (const node of state.activeTape ?? []) for (const tensor of node.saved ?? []) tensor.dispose();
  (state as { activeTape: unknown }).activeTape = null;
}
