import type { Frame } from './frame';
import type { Plane } from './plane';
import { divisionOf } from './plane';
import { decodeSequential } from './sequential';
import { upsampled } from './upsample';

const middle = 2048;
const largest = 4095;

/**
 * Samples of a 12-bit JPEG of 1 or 3 components, interleaved.
 * @param isYcc whether three components are Y, Cb and Cr, which are turned into RGB
 * @throws Error where the stream is damaged, cut off or of another process
 */
export function decodeTwelveBits(bytes: Uint8Array, isYcc: boolean): Uint16Array {
  const { frame, planes: coded } = decodeSequential(bytes);
  const { maxHorizontal, maxVertical } = divisionOf(frame);
  const planes = coded.map((plane, i) => {
    const { horizontal, vertical } = frame.components[i]!;
    return upsampled(plane, maxHorizontal / horizontal, maxVertical / vertical, frame.rows);
  });
  const out = interleaved(planes, frame);
  if (isYcc && planes.length === 3) yccToRgb(out);
  return out;
}

function interleaved(planes: readonly Plane[], { rows, columns }: Frame): Uint16Array {
  const [only, another] = planes;
  if (only && !another && only.stride === columns) return only.samples.subarray(0, rows * columns);
  const out = new Uint16Array(rows * columns * planes.length);
  planes.forEach(({ samples, stride }, i) => {
    for (let row = 0, to = i; row < rows; row++)
      for (let column = 0; column < columns; column++, to += planes.length)
        out[to] = samples[row * stride + column]!;
  });
  return out;
}

const fixed = (factor: number): number => Math.floor(factor * 65536 + 0.5);
const [redOfCr, blueOfCb] = [fixed(1.402), fixed(1.772)];
const [greenOfCr, greenOfCb] = [fixed(0.71414), fixed(0.34414)];
const half = 32768;

/** ITU-T T.871 section 7 in sixteen-bit fractions, around the middle of 12 bits. */
function yccToRgb(samples: Uint16Array): void {
  for (let at = 0; at < samples.length; at += 3) {
    const y = samples[at]!;
    const cb = samples[at + 1]! - middle;
    const cr = samples[at + 2]! - middle;
    samples[at] = clamped(y + ((redOfCr * cr + half) >> 16));
    samples[at + 1] = clamped(y + ((half - greenOfCb * cb - greenOfCr * cr) >> 16));
    samples[at + 2] = clamped(y + ((blueOfCb * cb + half) >> 16));
  }
}

function clamped(value: number): number {
  return value < 0 ? 0 : value > largest ? largest : value;
}
