import { describe, expect, it } from 'vitest';
import { encodeLossless } from '../../testing/jpeg';
import { waves } from '../../testing/waves';
import { decodeLossless } from './lossless';

const size = { rows: 37, columns: 23 };

describe('lossless JPEG gives every value back', () => {
  const precisions = [2, 7, 8, 12, 16].flatMap((precision) =>
    [1, 2, 3, 4, 5, 6, 7].map((selection) => ({ precision, selection })),
  );
  it.each(precisions)('of $precision bits with predictor $selection', ({ precision, selection }) => {
    const values = waves(size.rows * size.columns, precision, false);
    const bytes = encodeLossless(values, { ...size, precision }, selection);
    expect([...decodeLossless(bytes)]).toEqual(values);
  });

  it.each([1, 2, 4, 36, 37])('with a restart every %i lines', (restartLines) => {
    const values = waves(size.rows * size.columns, 12, false);
    const bytes = encodeLossless(values, { ...size, precision: 12, restartLines }, 4);
    expect([...decodeLossless(bytes)]).toEqual(values);
  });

  it.each([true, false])('of three components, each in its own scan: %s', (separate) => {
    const values = waves(size.rows * size.columns * 3, 8, false);
    const bytes = encodeLossless(values, { ...size, precision: 8, samples: 3, separate }, 5);
    expect([...decodeLossless(bytes)]).toEqual(values);
  });
});

describe('lossless JPEG that is not whole is refused', () => {
  const values = waves(size.rows * size.columns, 12, false);
  const whole = encodeLossless(values, { ...size, precision: 12, restartLines: 4 }, 1);
  const end = Buffer.of(0xff, 0xd9);

  it.each([2, 3, 10, 100, 500])('cut off by %i bytes', (cut) => {
    expect(() => decodeLossless(whole.subarray(0, whole.length - cut))).toThrow('no marker after');
  });

  it.each([4, 10, 500])('cut by %i bytes before its end marker', (cut) => {
    const cutOff = Buffer.concat([whole.subarray(0, whole.length - 2 - cut), end]);
    expect(() => decodeLossless(cutOff)).toThrow(/ends early|restart marker is missing/);
  });

  it('with coded data after its last sample, but not with filling', () => {
    const before = whole.subarray(0, whole.length - 2);
    expect(() => decodeLossless(Buffer.concat([before, Buffer.of(0x5a), end]))).toThrow('goes on');
    expect([...decodeLossless(Buffer.concat([before, Buffer.of(0), end]))]).toEqual(values);
  });

  it('without one of its restart markers', () => {
    const at = whole.indexOf(Buffer.of(0xff, 0xd3));
    const without = Buffer.concat([whole.subarray(0, at), whole.subarray(at + 2)]);
    expect(() => decodeLossless(without)).toThrow('restart markers out of order');
  });

  it('of a component less than it says', () => {
    const colour = encodeLossless(
      waves(size.rows * size.columns * 3, 8, false),
      { ...size, precision: 8, samples: 3, separate: true },
      1,
    );
    const last = colour.lastIndexOf(Buffer.of(0xff, 0xda));
    expect(() => decodeLossless(Buffer.concat([colour.subarray(0, last), end]))).toThrow(
      'component is missing',
    );
  });
});
