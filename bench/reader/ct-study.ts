import { ftruncateSync, mkdtempSync, openSync, rmSync, writeSync, closeSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { writeDicom } from '../../main/dicom/testing/write';
import { ctHeader } from './ct-header';

/** Rows and columns of each slice. */
const side = 512;
const usualSeries = 500;

/** How a generated study is laid down. */
export interface StudyWish {
  readonly files: number;
  /** How many of the first slices have pixels; those of the others are a hole in the file, which reads as zeros. */
  readonly withPixels: number;
  /** Slices of each series, by default 500. */
  readonly perSeries?: number;
}

/** Writes a CT study into a new folder, hands it to work, and deletes it whatever happens. */
export async function withCtStudy<Result>(
  wish: StudyWish,
  work: (folder: string) => Promise<Result>,
): Promise<Result> {
  const folder = mkdtempSync(join(tmpdir(), 'sightline-bench-study-'));
  try {
    for (let i = 0; i < wish.files; i++) writeSlice(folder, i, wish);
    return await work(folder);
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

function writeSlice(folder: string, index: number, wish: StudyWish): void {
  const { perSeries = usualSeries } = wish;
  const withPixels = index < wish.withPixels;
  const header = ctHeader(1 + Math.floor(index / perSeries), 1 + (index % perSeries), side);
  const bytes = 2 * side * side;
  const whole = writeDicom({ ...header, 0x7fe00010: ['OW', withPixels ? disc() : Buffer.alloc(0)] });
  const descriptor = openSync(join(folder, `IM${String(index + 1).padStart(6, '0')}`), 'w');
  try {
    // The length of the last element is what its header ends with; the rest of it need not take room on the disk.
    if (!withPixels) whole.writeUInt32LE(bytes, whole.length - 4);
    writeSync(descriptor, whole);
    if (!withPixels) ftruncateSync(descriptor, whole.length + bytes);
  } finally {
    closeSync(descriptor);
  }
}

/** A bright disc on black: something to see. */
function disc(): Buffer {
  const values = new Uint16Array(side * side);
  for (let row = 0; row < side; row++)
    for (let column = 0; column < side; column++)
      if (Math.hypot(row - side / 2, column - side / 2) < side / 3) values[row * side + column] = 1100;
  return Buffer.from(values.buffer);
}
