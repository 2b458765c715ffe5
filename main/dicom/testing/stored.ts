import { readHeader } from '../header';
import { decodeFrame } from '../pixels/decode-frame';
import { readImagePixel } from '../pixels/image-pixel';
import { storedValues } from '../pixels/stored';
import { withFile } from '../source';

/** A frame's stored values before any meaning is given to them, and what they are said to mean. */
export interface StoredFrame {
  /** Interleaved, whatever the order in the file. */
  readonly values: number[];
  readonly photometricInterpretation: string;
}

/**
 * Decodes a frame of a file and stops there.
 * @param frame from 1
 */
export function readStored(path: string, frame = 1): Promise<StoredFrame> {
  return withFile(path, async (source) => {
    const header = await readHeader(source);
    const image = readImagePixel(header);
    const decoded = await decodeFrame(header, image, frame);
    const stored = Array.from(storedValues(decoded, image), Number);
    const values = decoded.planar ? interleaved(stored, image.rows * image.columns) : stored;
    return { values, photometricInterpretation: decoded.photometricInterpretation };
  });
}

/** Plane by plane to pixel by pixel. */
export function interleaved(values: readonly number[], pixels: number): number[] {
  const samples = values.length / pixels;
  return values.map((_, i) => values[(i % samples) * pixels + Math.floor(i / samples)]!);
}

/** Pixel by pixel to plane by plane. */
export function planeByPlane(values: readonly number[], samples: number): number[] {
  const pixels = values.length / samples;
  return values.map((_, i) => values[(i % pixels) * samples + Math.floor(i / pixels)]!);
}

/** Where two lists of numbers differ first, in words; '' where they do not. */
export function firstDifference(actual: readonly number[], expected: readonly number[]): string {
  if (actual.length !== expected.length)
    return `${actual.length} values where ${expected.length} are expected`;
  const at = actual.findIndex((value, i) => value !== expected[i]);
  return at < 0 ? '' : `value ${at} is ${actual[at]} where ${expected[at]} is expected`;
}
