import { BitReader } from './bits';
import type { DifferenceReader } from './differences';
import { predicted } from './predictor';
import type { Scan } from './scans';
import { readScans } from './scans';

/** Samples of all components, interleaved, before the point transform is undone. */
interface Target {
  readonly samples: Uint16Array;
  readonly columns: number;
  /** Samples from one pixel to the next. */
  readonly step: number;
}

interface Coded {
  readonly index: number;
  readonly differences: DifferenceReader;
}

/**
 * Samples of a lossless JPEG, interleaved (ITU-T T.81 annex H, process 14 with Huffman coding).
 * @throws Error where the stream is damaged, cut off or of another process, or its components differ in size
 */
export function decodeLossless(bytes: Uint8Array): Uint16Array {
  let target: Target | null = null;
  const seen = new Set<number>();
  for (const scan of readScans(bytes)) {
    target ??= targetOf(scan);
    decodeScan(scan, target);
    for (const { index } of scan.components) seen.add(index);
  }
  if (!target || seen.size !== target.step) throw new Error('a component is missing');
  return target.samples;
}

function targetOf({ frame: { rows, columns, components } }: Scan): Target {
  const step = components.length;
  if (step > 1 && components.some(({ horizontal, vertical }) => horizontal !== 1 || vertical !== 1))
    throw new Error('components of different sizes');
  return { samples: new Uint16Array(rows * columns * step), columns, step };
}

function decodeScan(scan: Scan, target: Target): void {
  const { rows, columns, precision } = scan.frame;
  const components = scan.components.map(({ index, dc }) => {
    if (!dc) throw new Error('a table is missing');
    return { index, differences: dc };
  });
  // A restart interval is of whole lines (T.81 H.1.1).
  const lines = scan.restartInterval === 0 ? rows : scan.restartInterval / columns;
  if (!Number.isInteger(lines)) throw new Error('a restart interval is not of whole lines');
  if (scan.intervals.length !== Math.ceil(rows / lines)) throw new Error('a restart marker is missing');
  const { selection, pointTransform } = scan;
  if (selection < 1 || selection > 7 || pointTransform >= precision) throw new Error('no such predictor');
  scan.intervals.forEach((data, interval) => {
    const reader = new BitReader(data);
    const first = interval * lines;
    decodeFirstLine(reader, components, target, first, 2 ** (precision - pointTransform - 1));
    for (let row = first + 1; row < Math.min(rows, first + lines); row++) {
      decodeLine(reader, components, target, row, selection);
      reader.checkWithin();
    }
    reader.checkFinished();
  });
  if (pointTransform > 0) undoPointTransform(components, target, pointTransform);
}

/** After the start and each restart there is nothing above: the sample to the left predicts (T.81 H.1.2.1). */
function decodeFirstLine(
  reader: BitReader,
  components: readonly Coded[],
  { samples, columns, step }: Target,
  row: number,
  start: number,
): void {
  const from = row * columns * step;
  for (let pixel = from; pixel < from + columns * step; pixel += step)
    for (const { index, differences } of components) {
      const at = pixel + index;
      const prediction = pixel === from ? start : samples[at - step]!;
      samples[at] = prediction + differences.read(reader);
    }
}

/** The first sample of a line is predicted by the one above. Sums are modulo 2^16, as the array keeps them. */
function decodeLine(
  reader: BitReader,
  components: readonly Coded[],
  target: Target,
  row: number,
  selection: number,
): void {
  const { samples, columns, step } = target;
  const line = columns * step;
  const from = row * line;
  for (const { index, differences } of components) {
    const at = from + index;
    samples[at] = samples[at - line]! + differences.read(reader);
  }
  const [only, another] = components;
  if (!another) decodeRun(reader, only!, target, from + step, from + line, selection);
  else
    for (let pixel = from + step; pixel < from + line; pixel += step)
      for (const component of components)
        decodeRun(reader, component, target, pixel, pixel + step, selection);
}

/** Samples of one component of the pixels from one offset to another, within a line. */
function decodeRun(
  reader: BitReader,
  { index, differences }: Coded,
  { samples, columns, step }: Target,
  from: number,
  to: number,
  selection: number,
): void {
  const line = columns * step;
  let left = samples[from + index - step]!;
  let aboveLeft = samples[from + index - step - line]!;
  for (let at = from + index; at < to; at += step) {
    const above = samples[at - line]!;
    left = (predicted(selection, left, above, aboveLeft) + differences.read(reader)) & 0xffff;
    samples[at] = left;
    aboveLeft = above;
  }
}

function undoPointTransform(
  components: readonly Coded[],
  { samples, step }: Target,
  pointTransform: number,
): void {
  for (const { index } of components)
    for (let at = index; at < samples.length; at += step) samples[at]! <<= pointTransform;
}
