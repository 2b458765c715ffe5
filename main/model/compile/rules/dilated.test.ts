import { describe, expect, it } from 'vitest';
import type { Runner } from '../../port';
import { seededValues } from '../../sample';
import { type Tensor, tensorflow } from '../../tensorflow';
import { relativeL2 } from '../../testing/forms';
import { compile } from '../compile';
import { traceOf } from '../trace';

const tf = tensorflow();
const [inputs, outputs] = [2, 3];

interface Case {
  readonly window: readonly [rows: number, columns: number];
  readonly rate: readonly [down: number, across: number];
  readonly pad: 'same' | 'valid';
}
const cases: readonly Case[] = [
  { window: [3, 3], rate: [2, 2], pad: 'same' },
  { window: [3, 3], rate: [1, 3], pad: 'valid' },
  { window: [2, 3], rate: [3, 2], pad: 'same' },
];

/** The same filter with zeros between its weights: what a dilated convolution is. */
function spread(filter: Tensor, { window, rate }: Case): Tensor {
  const [rows, columns] = [0, 1].map((axis) => (window[axis]! - 1) * rate[axis]! + 1) as [number, number];
  const buffer = tf.buffer([rows, columns, inputs, outputs]);
  const values = filter.arraySync() as number[][][][];
  values.forEach((row, i) =>
    row.forEach((pairs, j) =>
      pairs.forEach((all, c) => all.forEach((value, k) => buffer.set(value, i * rate[0], j * rate[1], c, k))),
    ),
  );
  return buffer.toTensor();
}

async function gradientOf(filter: Tensor, rate: readonly [number, number], pad: Case['pad']) {
  const watched = (x: Tensor): Tensor => {
    const two = tf.concat([x, tf.square(x)], 3);
    const y = tf.conv2d(two as never, filter as never, 1, pad, 'NHWC', [...rate]);
    return tf.mean(tf.tanh(y), [1, 2]);
  };
  const trace = traceOf(tf, { watched }, [9, 11, 1]);
  const { runner, reason } = await compile({ tf, classes: outputs }, trace, {} as Runner);
  expect(reason).toBe('');
  const weights = Float32Array.of(1, -2, 0.5, 0, 1, 3);
  return runner!.inputGradient(seededValues(2 * 99, 5), weights).gradient;
}

describe('the gradient of a dilated convolution', () => {
  it.each(cases)('is that of the filter with zeros between: $window, rate $rate, $pad', async (one) => {
    const [rows, columns] = one.window;
    const filter = tf.tensor(seededValues(rows * columns * inputs * outputs, 3), [
      rows,
      columns,
      inputs,
      outputs,
    ]);
    const wide = spread(filter, one);
    const found = await gradientOf(filter, one.rate, one.pad);
    const wanted = await gradientOf(wide, [1, 1], one.pad);
    expect(relativeL2(found, wanted)).toBeLessThan(1e-6);
    tf.dispose([filter, wide]);
  });
});
