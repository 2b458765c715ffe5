import { messageOf } from '../../process/errors';
import type { EagerContext } from '../eager-runner';
import type { Runner } from '../port';
import { classLogits } from '../scores';
import { CompiledRunner } from './compiled-runner';
import { type Plan, planOf } from './plan';
import { Unsupported } from './rule';
import { Session } from './session';
import type { Trace } from './trace';

/** A runner over a compiled graph; or in a few words why there is none. */
export type Compiled =
  | { readonly runner: CompiledRunner; readonly reason: ''; dispose(): void }
  | { readonly runner: null; readonly reason: string };

/** Largest relative difference (L2) between what the graph and TensorFlow.js answer to the same input. */
const tolerance = 1e-4;

function isClose(found: Float32Array, wanted: Float32Array): boolean {
  let [difference, size] = [0, 0];
  for (let i = 0; i < wanted.length; i++) {
    difference += (found[i]! - wanted[i]!) ** 2;
    size += wanted[i]! ** 2;
  }
  return Math.sqrt(difference) <= tolerance * Math.sqrt(size) + 1e-6;
}

/** Whether the graph answers as TensorFlow.js did, alone and as the second of two. */
function agrees(runner: Runner, input: Float32Array, wanted: Float32Array): boolean {
  const two = new Float32Array(2 * input.length);
  two.set(input, input.length);
  return isClose(runner.run(input), wanted) && isClose(runner.run(two).subarray(wanted.length), wanted);
}

/** Runs the graph as a trial: a runner, or why it cannot stand for the network. A failure is told, not hidden. */
async function tried(
  { tf, classes }: Pick<EagerContext, 'tf' | 'classes'>,
  plan: Plan,
  { input, units }: Trace,
  fallback: Runner,
): Promise<Compiled> {
  let session: Session | null = null;
  try {
    session = await Session.open(tf, plan.graph);
    const dispose = session.dispose.bind(session);
    const runner = new CompiledRunner(plan, session, fallback);
    const wanted = Float32Array.from(classLogits([...units], classes));
    if (agrees(runner, input.values, wanted)) return { runner, reason: '', dispose };
    dispose();
    return { runner: null, reason: 'its compiled graph does not give the same answers' };
  } catch (thrown) {
    session?.dispose();
    const why = messageOf(thrown).split('\n')[0];
    return { runner: null, reason: `TensorFlow does not run its compiled graph (${why})` };
  }
}

/**
 * Compiles a traced network into one TensorFlow graph, and keeps it only if it answers as TensorFlow.js does op by op.
 * @param fallback runs what the graph cannot do
 */
export async function compile(
  context: Pick<EagerContext, 'tf' | 'classes'>,
  trace: Trace,
  fallback: Runner,
): Promise<Compiled> {
  try {
    return await tried(context, planOf(trace, context.classes), trace, fallback);
  } catch (thrown) {
    if (!(thrown instanceof Unsupported)) throw thrown;
    return { runner: null, reason: `it has ${thrown.message}, which is not compiled` };
  }
}
