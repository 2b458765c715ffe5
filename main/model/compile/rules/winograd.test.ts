import { describe, expect, it } from 'vitest';
import type { Runner } from '../../port';
import { seededValues } from '../../sample';
import { type Tensor, tensorflow } from '../../tensorflow';
import { relativeL2 } from '../../testing/forms';
import { compile } from '../compile';
import { manyInputs, planOf } from '../plan';
import { traceOf } from '../trace';
import { isWinograd } from './winograd';

const tf = tensorflow();
const fallback = {} as Runner;

interface Case {
  readonly size: readonly [rows: number, columns: number];
  readonly pad: 'same' | 'valid' | [[number, number], [number, number], [number, number], [number, number]];
}
const cases: readonly Case[] = [
  { size: [28, 28], pad: 'same' },
  { size: [23, 29], pad: 'same' },
  { size: [25, 30], pad: 'valid' },
  // prettier-ignore
  { size: [24, 22], pad: [[0, 0], [1, 2], [0, 3], [0, 0]] },
];

/** 128 channels made of one, the convolution, and the mean over what it gives at two places. */
function network({ pad }: Case) {
  const spread = tf.tensor(seededValues(128, 1), [1, 1, 1, 128]);
  const filter = tf.tensor(seededValues(9 * 128 * 130, 2), [3, 3, 128, 130]);
  const run = (x: Tensor): Tensor => {
    const many = tf.tanh(tf.conv2d(x as never, spread as never, 1, 'same'));
    const y = tf.conv2d(many as never, filter as never, 1, pad as never) as Tensor;
    const [, rows, columns] = y.shape;
    const far = tf.slice(y, [0, rows! - 3, columns! - 2, 0], [-1, 3, 2, -1]);
    return tf.concat([tf.mean(y, [1, 2]), tf.mean(far, [1, 2])], 1);
  };
  return { run, dispose: () => tf.dispose([spread, filter]) };
}

describe('a convolution over tiles (Winograd)', () => {
  it.each(cases)('is the sum over a window: $size, $pad', async (one) => {
    const [rows, columns] = one.size;
    const { run, dispose } = network(one);
    const trace = traceOf(tf, { watched: run }, [rows, columns, 1]);
    expect(planOf(trace, 260).few.ready).not.toBeNull();
    const compiled = await compile({ tf, classes: 260 }, trace, fallback);
    expect(compiled.reason).toBe('');
    for (const count of [1, 3]) {
      const inputs = seededValues(count * rows * columns, count);
      const wanted = tf.tidy(() => run(tf.tensor(inputs, [count, rows, columns, 1])));
      expect(relativeL2(compiled.runner!.run(inputs), wanted.dataSync<'float32'>())).toBeLessThan(1e-5);
      wanted.dispose();
    }
    if (compiled.runner) compiled.dispose();
    dispose();
  });

  it('is there for many small inputs where a few have too few tiles', () => {
    const { run, dispose } = network({ size: [8, 8], pad: 'same' });
    const { few, many } = planOf(traceOf(tf, { watched: run }, [8, 8, 1]), 260);
    expect(few.ready).toBeNull();
    expect(many.ready).not.toBeNull();
    dispose();
  });

  it('is for 3 × 3 in steps of one, many channels and many tiles', () => {
    const filter = (...shape: number[]) => ({ values: new Float32Array(0), shape });
    const call = {
      attrs: { strides: [1, 1], dilations: [1, 1] },
      shapes: [[1, 8, 8, 128]],
      batch: manyInputs,
    };
    const usual = filter(3, 3, 128, 128);
    expect(isWinograd(call, usual)).toBe(true);
    expect(isWinograd({ ...call, batch: 1 }, usual)).toBe(false);
    expect(isWinograd({ ...call, attrs: { strides: [2, 2] } }, usual)).toBe(false);
    expect(isWinograd({ ...call, attrs: { strides: [1, 1], dilations: [2, 2] } }, usual)).toBe(false);
    expect(isWinograd(call, filter(3, 3, 64, 256))).toBe(false);
    expect(isWinograd(call, filter(1, 3, 128, 128))).toBe(false);
    expect(isWinograd(call, filter(3, 3, 512, 1024))).toBe(false);
  });
});
