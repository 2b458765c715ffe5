import { messageOf } from '../../process/errors';
import type { EagerContext } from '../eager-runner';
import type { Runner } from '../port';
import { classLogits } from '../scores';
import { isClose } from './close';
import { CompiledRunner } from './compiled-runner';
import type { Trial } from './pass';
import { type Plan, planOf } from './plan';
import { Unsupported } from './rule';
import { Session } from './session';
import type { Trace } from './trace';

/** A runner over a compiled graph; or in a few words why there is none. */
export type Compiled =
  | { readonly runner: CompiledRunner; readonly reason: ''; dispose(): void }
  | { readonly runner: null; readonly reason: string };

type Context = Pick<EagerContext, 'tf' | 'classes'> & {
  /** What will be explained first: what it needs is made ready by the trial. */
  readonly layer?: string;
};

/** Whether the graph answers as TensorFlow.js did, as the second of two: what a graph of one input only would not. */
function agrees(runner: CompiledRunner, { input, logits }: Trial, layer = ''): boolean {
  const two = new Float32Array(2 * input.length);
  two.set(input, input.length);
  const answer = runner.hasGradientAt(layer) ? runner.reach(two, layer).logits : runner.run(two);
  return isClose(answer.subarray(logits.length), logits);
}

/** Runs the graph as a trial: a runner, or why it cannot stand for the network. A failure is told, not hidden. */
async function tried(
  { tf, classes, layer }: Context,
  plan: Plan,
  { input, units }: Trace,
  fallback: Runner,
): Promise<Compiled> {
  let session: Session | null = null;
  try {
    session = await Session.open(tf, plan.graph);
    const dispose = session.dispose.bind(session);
    const logits = Float32Array.from(classLogits([...units], classes));
    const trial = { input: input.values, logits };
    const runner = new CompiledRunner({ plan, session, trial, fallback });
    if (agrees(runner, trial, layer)) return { runner, reason: '', dispose };
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
export async function compile(context: Context, trace: Trace, fallback: Runner): Promise<Compiled> {
  try {
    return await tried(context, planOf(trace, context.classes), trace, fallback);
  } catch (thrown) {
    if (!(thrown instanceof Unsupported)) throw thrown;
    return { runner: null, reason: `it has ${thrown.message}, which is not compiled` };
  }
}
