import type { DifferenceReader } from './differences';
import type { EntropyCoded } from './entropy';
import { readEntropyCoded } from './entropy';
import type { Component, Frame } from './frame';
import { readFrame, word } from './frame';
import type { HuffmanTable } from './huffman';
import type { Tables } from './tables';
import { readHuffmanTables, readQuantizationTables } from './tables';

/** One component of a scan, with the tables that are in force for it. */
export interface ScanComponent extends Component {
  /** Its place in the frame. */
  readonly index: number;
  readonly dc: DifferenceReader | null;
  readonly ac: HuffmanTable | null;
  /** 64 steps in zigzag order. */
  readonly steps: Uint16Array | null;
}

/** One scan: its header (T.81 B.2.3) and its data. */
export interface Scan extends EntropyCoded {
  readonly frame: Frame;
  readonly components: readonly ScanComponent[];
  /** Ss: start of spectral selection, or the predictor of a lossless scan. */
  readonly selection: number;
  /** Al: the point transform. */
  readonly pointTransform: number;
  /** MCUs between two restart markers, or 0. */
  readonly restartInterval: number;
}

interface State extends Tables {
  frame: Frame | null;
  /** Components that have had their scan: sequential ones have but one (T.81 B.2.3). */
  readonly coded: Set<number>;
  restartInterval: number;
}

const marker = {
  frame: [0xc0, 0xc1, 0xc3],
  huffman: 0xc4,
  end: 0xd9,
  scan: 0xda,
  steps: 0xdb,
  restart: 0xdd,
};

/**
 * The scans of a sequential or lossless Huffman-coded JPEG, in their order.
 * @throws Error where the stream is of another process, damaged, or ends before its end marker
 */
export function* readScans(bytes: Uint8Array): Generator<Scan> {
  const state: State = { frame: null, restartInterval: 0, steps: [], dc: [], ac: [], coded: new Set() };
  for (let at = 2; ;) {
    const kind = bytes[at + 1];
    if (bytes[at] !== 0xff || kind === undefined) throw new Error('a marker is missing');
    if (kind === marker.end) return;
    if (kind === 0xff) at += 1;
    else {
      const length = bytes.length < at + 4 ? 0 : word(bytes, at + 2);
      if (length < 2 || at + 2 + length > bytes.length) throw new Error('a segment is cut off');
      const segment = bytes.subarray(at + 4, at + 2 + length);
      at += 2 + length;
      if (kind === marker.scan) {
        const scan = { ...scanHeader(segment, state), ...readEntropyCoded(bytes, at) };
        yield scan;
        at = scan.end;
      } else readTables(kind, segment, state);
    }
  }
}

function readTables(kind: number, segment: Uint8Array, state: State): void {
  if (marker.frame.includes(kind)) {
    if (state.frame) throw new Error('a second frame header');
    state.frame = readFrame(kind, segment);
  } else if (kind === marker.huffman) readHuffmanTables(segment, state);
  else if (kind === marker.steps) readQuantizationTables(segment, state);
  else if (kind === marker.restart) state.restartInterval = word(segment, 0);
  else if (kind >= 0xc0 && kind <= 0xcf) throw new Error(`process ${kind.toString(16)} is not sequential`);
}

function scanHeader(segment: Uint8Array, state: State): Omit<Scan, keyof EntropyCoded> {
  const { frame, restartInterval } = state;
  const count = segment[0] ?? 0;
  if (!frame || count < 1 || count > frame.components.length || segment.length < 4 + count * 2)
    throw new Error('a scan header is damaged');
  const components = Array.from({ length: count }, (_, i) => {
    const [id, tables] = segment.subarray(1 + i * 2, 3 + i * 2);
    return scanComponent(frame, id!, tables!, state);
  });
  const [selection, , approximation] = segment.subarray(1 + count * 2);
  return { frame, components, restartInterval, selection: selection!, pointTransform: approximation! & 15 };
}

function scanComponent(frame: Frame, id: number, tables: number, state: State): ScanComponent {
  const index = frame.components.findIndex((component) => component.id === id);
  if (index < 0) throw new Error('a scan is of a component that is not there');
  if (state.coded.has(index)) throw new Error('a component is coded twice');
  state.coded.add(index);
  const component = frame.components[index]!;
  return {
    ...component,
    index,
    dc: state.dc[tables >> 4] ?? null,
    ac: state.ac[tables & 15] ?? null,
    steps: state.steps[component.quantization] ?? null,
  };
}
