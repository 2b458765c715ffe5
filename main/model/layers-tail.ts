import { type NamedLayer, withCalls } from './layers-walk';
import type { Tail } from './network';
import type { Tensor, Tf } from './tensorflow';

/** Ends a pass at the target layer: what lies above it is computed later, under the tape. */
class Reached extends Error {}

/** Outputs of the leaves in the order of their calls, the target's last; nothing above the target is computed. */
function upTo(tf: Tf, leaves: readonly NamedLayer[], target: string, run: () => Tensor): Tensor[] {
  const outputs: Tensor[] = [];
  const record = (leaf: NamedLayer, compute: () => Tensor): Tensor => {
    const output = compute();
    // Kept, for the tidy of the pass that we leave frees all that it made.
    outputs.push(tf.keep(output.clone()));
    if (leaf.name === target) throw new Reached();
    return output;
  };
  try {
    tf.tidy(() => void withCalls(leaves, record, run));
  } catch (thrown) {
    if (thrown instanceof Reached) return outputs;
    tf.dispose(outputs);
    throw thrown;
  }
  tf.dispose(outputs);
  throw new Error(`The layer ${target} did not run.`);
}

/**
 * What lies above a layer, as a function of the layer's output. Building it as a model of its own fails on skips,
 * concatenations and nested models; so the same model runs again with all calls up to the layer answered from the
 * first pass, in the order of the calls, which is the same in every pass. The tape thus sees only what lies above.
 */
export function tailAbove(tf: Tf, leaves: readonly NamedLayer[], target: string, run: () => Tensor): Tail {
  const below = upTo(tf, leaves, target, run);
  const from = (value: Tensor): Tensor => {
    let call = 0;
    const replay = (_: NamedLayer, compute: () => Tensor): Tensor => {
      const index = call++;
      if (index >= below.length) return compute();
      // A copy, for the executor of TensorFlow.js frees each output after its last use.
      return (index === below.length - 1 ? value : below[index]!).clone();
    };
    return withCalls(leaves, replay, run);
  };
  return { at: below.at(-1)!, from, dispose: () => tf.dispose(below) };
}
