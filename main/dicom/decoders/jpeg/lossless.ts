import { BitReader } from './bits';
import { readDifference } from './block';
import type { HuffmanTable } from './huffman';
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
  readonly table: HuffmanTable;
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
    return { index, table: dc };
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
    reader.checkWithin();
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
    for (const { index, table } of components) {
      const at = pixel + index;
      const prediction = pixel === from ? start : samples[at - step]!;
      samples[at] = prediction + readDifference(reader, table);
    }
}

/** The first sample of a line is predicted by the one above. Sums are modulo 2^16, as the array keeps them. */
function decodeLine(
  reader: BitReader,
  components: readonly Coded[],
  { samples, columns, step }: Target,
  row: number,
  selection: number,
): void {
  const line = columns * step;
  const from = row * line;
  for (const { index, table } of components) {
    const at = from + index;
    samples[at] = samples[at - line]! + readDifference(reader, table);
  }
  for (let pixel = from + step; pixel < from + line; pixel += step)
    for (const { index, table } of components) {
      const at = pixel + index;
      const left = samples[at - step]!;
      const prediction = predicted(selection, left, samples[at - line]!, samples[at - line - step]!);
      samples[at] = prediction + readDifference(reader, table);
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
