import type { Slice } from '../../../preload/vocabulary';
import type { Volume } from '../../picture/mpr/sample';
import { scaled, type Stack } from '../../picture/mpr/stack';
import { AskError } from '../../ask';
import type { Place } from '../frames';

/** A volume that was read, and how its values are to be shown. */
export interface SeriesVolume {
  readonly volume: Volume;
  /** Pixels of a row and of a column that became one, for series that would not fit the memory otherwise; 1 as a rule. */
  readonly binning: number;
  /** The middle slice, for its unit, windows and the like. */
  readonly look: Omit<Slice, 'pixels'>;
  readonly minimum: number;
  readonly maximum: number;
}

/** Bytes that one volume may take; above it, pixels are averaged in blocks. */
export const volumeBudget = 256 * 2 ** 20;
const bytesPerVoxel = 2;
const readsAtOnce = 4;

/** The least block size with which a stack fits a budget. */
export function binningFor({ columns, rows, slices }: Stack, budget = volumeBudget): number {
  let binning = 1;
  while (Math.floor(columns / binning) * Math.floor(rows / binning) * slices * bytesPerVoxel > budget)
    binning++;
  return binning;
}

/** The stack of blocks of a stack: its first voxel lies in the middle of the first block. */
export function binned(stack: Stack, binning: number): Stack {
  const shift = (binning - 1) / 2;
  const [x, y, z] = stack.origin;
  const by = (axis: 0 | 1 | 2): number => (stack.toColumn[axis] + stack.toRow[axis]) * shift;
  return {
    ...stack,
    columns: Math.floor(stack.columns / binning),
    rows: Math.floor(stack.rows / binning),
    origin: [x + by(0), y + by(1), z + by(2)],
    toColumn: scaled(stack.toColumn, binning),
    toRow: scaled(stack.toRow, binning),
  };
}

/**
 * Reads all slices of a stack into one volume, a few at a time.
 * @param read gives a place's slice
 * @param onProgress told how many are read
 * @throws AskError where a slice cannot be read, is no grey one, or has another unit than the first
 */
export async function readVolume(
  places: readonly Place[],
  stack: Stack,
  read: (place: Place) => Promise<Slice>,
  {
    onProgress,
    signal,
    binning = binningFor(stack),
  }: {
    readonly onProgress: (done: number) => void;
    readonly signal: AbortSignal;
    readonly binning?: number;
  },
): Promise<SeriesVolume> {
  const filling = new Filling(binned(stack, binning), binning);
  let next = 0;
  let done = 0;
  const work = async (): Promise<void> => {
    while (next < places.length) {
      const index = next++;
      const slice = await read(places[index]!);
      if (signal.aborted) throw new AskError({ kind: 'cancelled', message: 'The reading was stopped.' });
      filling.put(slice, index);
      onProgress(++done);
    }
  };
  await Promise.all(Array.from({ length: readsAtOnce }, work));
  return filling.done(await read(places[Math.floor(places.length / 2)]!));
}

/** A volume that is being filled: whole numbers as long as every slice has them, fractions from the first that has not. */
class Filling {
  #values: Int16Array | Float32Array;
  #unit: string | null = null;
  #minimum = Infinity;
  #maximum = -Infinity;

  constructor(
    private readonly stack: Stack,
    private readonly binning: number,
  ) {
    this.#values = new Int16Array(stack.columns * stack.rows * stack.slices);
  }

  put(slice: Slice, index: number): void {
    this.#check(slice, index);
    const pixels = slice.pixels as Int16Array | Float32Array;
    if (pixels instanceof Float32Array && this.#values instanceof Int16Array)
      this.#values = Float32Array.from(this.#values);
    const offset = index * this.stack.columns * this.stack.rows;
    if (this.binning === 1) this.#values.set(pixels, offset);
    else this.#average(pixels, slice.columns, offset);
    this.#minimum = Math.min(this.#minimum, slice.minimum);
    this.#maximum = Math.max(this.#maximum, slice.maximum);
  }

  done(middle: Slice): SeriesVolume {
    return {
      volume: { stack: this.stack, values: this.#values },
      binning: this.binning,
      look: middle,
      minimum: this.#minimum,
      maximum: this.#maximum,
    };
  }

  #check({ samples, unit }: Slice, index: number): void {
    this.#unit ??= unit;
    if (samples === 1 && unit === this.#unit) return;
    const what = samples === 1 ? `in ${unit || 'no unit'} where others are in ${this.#unit}` : 'in colour';
    const message = `Slice ${index + 1} is ${what}, so this series cannot be cut in other directions.`;
    throw new AskError({ kind: 'person', message });
  }

  #average(pixels: Int16Array | Float32Array, width: number, offset: number): void {
    const { binning } = this;
    const { columns, rows } = this.stack;
    const whole = this.#values instanceof Int16Array;
    for (let row = 0; row < rows; row++)
      for (let column = 0; column < columns; column++) {
        let sum = 0;
        for (let y = 0; y < binning; y++)
          for (let x = 0; x < binning; x++)
            sum += pixels[(row * binning + y) * width + column * binning + x]!;
        const mean = sum / (binning * binning);
        this.#values[offset + row * columns + column] = whole ? Math.round(mean) : mean;
      }
  }
}
