import { predicted } from '../decoders/jpeg/predictor';

/** Bits, the first highest, with a zero stuffed after each 0xFF and ones at the end (ITU-T T.81 F.1.2.3). */
class BitWriter {
  private text = '';

  write(value: number, count: number): void {
    if (count > 0) this.text += value.toString(2).padStart(count, '0').slice(-count);
  }

  /** A category's code of five bits, and the number's own bits (T.81 F.1.2.1 and H.1.2.2). */
  difference(value: number): void {
    const wrapped = ((value + 32767) & 0xffff) - 32767;
    const size = wrapped === 0 ? 0 : Math.floor(Math.log2(Math.abs(wrapped))) + 1;
    this.write(size, 5);
    if (size < 16) this.write(wrapped < 0 ? wrapped + 2 ** size - 1 : wrapped, size);
  }

  bytes(): number[] {
    const octets = this.text.match(/.{1,8}/g) ?? [];
    return octets.flatMap((bits) => {
      const byte = Number.parseInt(bits.padEnd(8, '1'), 2);
      return byte === 0xff ? [0xff, 0] : [byte];
    });
  }
}

/** A JPEG for a test, before its coding. */
export interface JpegOptions {
  readonly rows: number;
  readonly columns: number;
  readonly samples?: 1 | 3;
  readonly precision: number;
  /** Lines of samples, or of blocks, between two restart markers. */
  readonly restartLines?: number;
  /** Whether each component has a scan of its own. */
  readonly separate?: boolean;
}

const word = (value: number): number[] => [value >> 8, value & 255];
const segment = (marker: number, ...content: number[]): number[] => [
  ...[0xff, marker, ...word(content.length + 2)],
  ...content,
];
const seventeenOfFiveBits = [0, 0, 0, 0, 17, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, ...Array(17).keys()];
/** One code, a single zero, for the end of a block. */
const endOfBlock = [1, ...Array<number>(15).fill(0), 0];
const step = 8;

/** A lossless JPEG of interleaved values (T.81 annex H). */
export function encodeLossless(values: readonly number[], options: JpegOptions, selection: number): Buffer {
  const { rows, columns, samples = 1, precision, restartLines = rows } = options;
  const line = columns * samples;
  const difference = (row: number, column: number, sample: number): number => {
    const at = row * line + column * samples + sample;
    const [left, above] = [values[at - samples]!, values[at - line]!];
    if (row % restartLines === 0) return values[at]! - (column === 0 ? 2 ** (precision - 1) : left);
    return (
      values[at]! - (column === 0 ? above : predicted(selection, left, above, values[at - line - samples]!))
    );
  };
  return assemble(options, 0xc3, selection, columns, rows, (bits, row, column, sample) =>
    bits.difference(difference(row, column, sample)),
  );
}

/**
 * A sequential JPEG whose blocks are each of one value.
 * @param values of the blocks, interleaved, around the middle of the range
 */
export function encodeFlatBlocks(values: readonly number[], options: JpegOptions): Buffer {
  const { samples = 1, restartLines = Infinity } = options;
  const [across, down] = [Math.ceil(options.columns / 8), Math.ceil(options.rows / 8)];
  return assemble(options, 0xc1, 0, across, down, (bits, row, column, sample) => {
    const block = row * across + column;
    const isFirst = block === 0 || (column === 0 && row % restartLines === 0);
    bits.difference(
      values[block * samples + sample]! - (isFirst ? 0 : values[(block - 1) * samples + sample]!),
    );
    bits.write(0, 1);
  });
}

type Write = (bits: BitWriter, row: number, column: number, sample: number) => void;

function assemble(
  { rows, columns, samples = 1, precision, restartLines, separate = false }: JpegOptions,
  process: number,
  selection: number,
  across: number,
  down: number,
  write: Write,
): Buffer {
  const all = Array.from({ length: samples }, (_, i) => i);
  const scans = separate ? all.map((sample) => [sample]) : [all];
  const frame = [precision, ...word(rows), ...word(columns), samples, ...all.flatMap((i) => [i, 0x11, 0])];
  const scanOf = (of: readonly number[]): number[] => [
    ...segment(0xda, of.length, ...of.flatMap((i) => [i, 0]), selection, process === 0xc3 ? 0 : 63, 0),
    ...coded(of, across, down, restartLines ?? down, write),
  ];
  return Buffer.from([
    ...[0xff, 0xd8],
    ...segment(0xdb, 0, ...Array<number>(64).fill(step)),
    ...segment(process, ...frame),
    ...segment(0xc4, 0, ...seventeenOfFiveBits, 0x10, ...endOfBlock),
    ...(restartLines === undefined ? [] : segment(0xdd, ...word(restartLines * across))),
    ...scans.flatMap(scanOf),
    ...[0xff, 0xd9],
  ]);
}

function coded(of: readonly number[], across: number, down: number, lines: number, write: Write): number[] {
  const out: number[] = [];
  for (let first = 0; first < down; first += lines) {
    const bits = new BitWriter();
    for (let row = first; row < Math.min(down, first + lines); row++)
      for (let column = 0; column < across; column++) for (const i of of) write(bits, row, column, i);
    if (first > 0) out.push(0xff, 0xd0 + ((first / lines - 1) % 8));
    out.push(...bits.bytes());
  }
  return out;
}
