import { BitReader } from './bits';
import { readCoefficients } from './block';
import { inverseDct } from './idct';
import type { Frame } from './frame';
import type { Plane } from './plane';
import { divisionOf, planeOf } from './plane';
import type { Scan, ScanComponent } from './scans';
import { readScans } from './scans';

const middle = 2048;
const largest = 4095;

interface Coded extends ScanComponent {
  readonly plane: Plane;
  /** DC coefficient of the block before, before dequantization. */
  previous: number;
}

/** What a stream is made of: its frame header, and each component in its own size. */
export interface Sequential {
  readonly frame: Frame;
  readonly planes: readonly Plane[];
}

/**
 * The components of a 12-bit JPEG of DCT blocks, Huffman-coded and sequential (ITU-T T.81 processes 2 and 4).
 * @throws Error where the stream is damaged, cut off or of another process
 */
export function decodeSequential(bytes: Uint8Array): Sequential {
  const planes = new Map<number, Plane>();
  let frame: Frame | null = null;
  for (const scan of readScans(bytes)) {
    frame ??= scan.frame;
    decodeScan(scan, planes);
  }
  const all = frame?.components.flatMap((_, index) => planes.get(index) ?? []) ?? [];
  if (!frame || all.length !== frame.components.length) throw new Error('a component is missing');
  return { frame, planes: all };
}

function decodeScan(scan: Scan, planes: Map<number, Plane>): void {
  const components = scan.components.map((component) => {
    const plane = planes.get(component.index) ?? planeOf(scan.frame, component);
    planes.set(component.index, plane);
    return { ...component, plane, previous: 0 };
  });
  const across = mcusAcross(scan, components);
  const mcus = across * mcusDown(scan, components);
  const each = scan.restartInterval || mcus;
  if (scan.intervals.length !== Math.ceil(mcus / each)) throw new Error('a restart marker is missing');
  scan.intervals.forEach((data, interval) => {
    const reader = new BitReader(data);
    for (const component of components) component.previous = 0;
    const last = Math.min(mcus, (interval + 1) * each);
    for (let mcu = interval * each; mcu < last; mcu++) {
      decodeMcu(reader, components, Math.floor(mcu / across), mcu % across);
      reader.checkWithin();
    }
    reader.checkFinished();
  });
}

/** A scan of one component has its blocks one by one, and none beyond its own size (T.81 A.2.2). */
function mcusAcross(scan: Scan, [only, another]: readonly Coded[]): number {
  return another ? divisionOf(scan.frame).mcusAcross : Math.ceil(only!.plane.columns / 8);
}

function mcusDown(scan: Scan, [only, another]: readonly Coded[]): number {
  return another ? divisionOf(scan.frame).mcusDown : Math.ceil(only!.plane.rows / 8);
}

function decodeMcu(reader: BitReader, components: readonly Coded[], row: number, column: number): void {
  if (components.length === 1) {
    decodeBlock(reader, components[0]!, row, column);
    return;
  }
  for (const component of components)
    for (let down = 0; down < component.vertical; down++)
      for (let across = 0; across < component.horizontal; across++)
        decodeBlock(
          reader,
          component,
          row * component.vertical + down,
          column * component.horizontal + across,
        );
}

const block = new Int32Array(64);

function decodeBlock(reader: BitReader, component: Coded, row: number, column: number): void {
  const { dc, ac, steps, plane } = component;
  if (!dc || !ac || !steps) throw new Error('a table is missing');
  block.fill(0);
  component.previous += dc.read(reader);
  block[0] = Math.imul(component.previous, steps[0]!);
  readCoefficients(reader, ac, steps, block);
  inverseDct(block);
  let to = row * 8 * plane.stride + column * 8;
  for (let from = 0; from < 64; from += 8, to += plane.stride)
    for (let i = 0; i < 8; i++) plane.samples[to + i] = inRange(block[from + i]!);
}

/** What lies outside of 14 bits wraps around, as it does in the Independent JPEG Group's table of limits. */
function inRange(value: number): number {
  const sample = ((value << 18) >> 18) + middle;
  return sample < 0 ? 0 : sample > largest ? largest : sample;
}
