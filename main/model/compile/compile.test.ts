import { describe, expect, it } from 'vitest';
import type { Runner } from '../port';
import { type Tensor, tensorflow } from '../tensorflow';
import { compile } from './compile';
import { type Trace, traceOf } from './trace';

const tf = tensorflow();
const fallback = {} as Runner;

/** A convolution of ones and the sum over what it gives. */
function traced(): Trace {
  const filter = tf.ones([3, 3, 1, 2]);
  const watched = (x: Tensor): Tensor => tf.sum(tf.conv2d(x as never, filter as never, 1, 'same'), [1, 2]);
  const trace = traceOf(tf, { watched }, [4, 4, 1]);
  filter.dispose();
  return trace;
}

describe('a compiled graph', () => {
  it('is kept where it answers as op by op', async () => {
    const compiled = await compile({ tf, classes: 2 }, traced(), fallback);
    expect(compiled.reason).toBe('');
    if (compiled.runner) compiled.dispose();
  });

  it('is refused where it answers otherwise', async () => {
    const trace = traced();
    const wrong = { ...trace, units: trace.units.map((value) => value + 1) };
    const compiled = await compile({ tf, classes: 2 }, wrong, fallback);
    expect(compiled).toEqual({ runner: null, reason: 'its compiled graph does not give the same answers' });
  });

  it('is refused where TensorFlow does not run it, and says so', async () => {
    const { calls, ...trace } = traced();
    const filter = { values: new Float32Array(9 * 5 * 2), shape: [3, 3, 5, 2] };
    const broken = calls.map((call) =>
      call.inputs['filter'] ? { ...call, inputs: { ...call.inputs, filter } } : call,
    );
    const before = tf.memory().numTensors;
    const compiled = await compile({ tf, classes: 2 }, { ...trace, calls: broken }, fallback);
    expect(compiled.reason).toMatch(/^TensorFlow does not run its compiled graph \(/);
    expect(tf.memory().numTensors).toBe(before);
  });
});
