import type { Plane } from './plane';

/**
 * A plane in the image's own size. Chroma of half the columns, or of half the columns and rows, is spread by
 * triangles as the Independent JPEG Group's "fancy upsampling" does it, to the bit; other factors by repetition.
 * @throws Error where the image's size is not a whole multiple of the plane's
 */
export function upsampled(plane: Plane, across: number, down: number, rows: number): Plane {
  if (across === 1 && down === 1) return plane;
  if (!Number.isInteger(across) || !Number.isInteger(down)) throw new Error('fractional sampling factors');
  const smooth = across === 2 && plane.columns > 2;
  if (smooth && down === 1) return spread(plane, rows, alongLine);
  if (smooth && down === 2) return spread(plane, rows, betweenLines);
  return repeated(plane, across, down, rows);
}

type Spread = (plane: Plane, row: number, out: Uint16Array, to: number) => void;

function spread(plane: Plane, rows: number, line: Spread): Plane {
  const stride = plane.columns * 2;
  const samples = new Uint16Array(stride * rows);
  for (let row = 0; row < rows; row++) line(plane, row, samples, row * stride);
  return { samples, stride, columns: stride, rows };
}

/** Each new sample is three quarters of the nearer old one and a quarter of the further. */
function alongLine({ samples, stride, columns }: Plane, row: number, out: Uint16Array, to: number): void {
  const from = row * stride;
  const last = columns - 1;
  for (let i = 0; i <= last; i++) {
    const near = samples[from + i]!;
    out[to + i * 2] = i === 0 ? near : (near * 3 + samples[from + i - 1]! + 1) >> 2;
    out[to + i * 2 + 1] = i === last ? near : (near * 3 + samples[from + i + 1]! + 2) >> 2;
  }
}

/** The same down and across: sixteenths 9, 3, 3 and 1. */
function betweenLines(plane: Plane, row: number, out: Uint16Array, to: number): void {
  const { samples, stride, columns, rows } = plane;
  const nearLine = row >> 1;
  const farLine = Math.min(rows - 1, Math.max(0, nearLine + (row % 2 === 0 ? -1 : 1)));
  const sum = (i: number): number => samples[nearLine * stride + i]! * 3 + samples[farLine * stride + i]!;
  const last = columns - 1;
  for (let i = 0; i <= last; i++) {
    const near = sum(i);
    out[to + i * 2] = i === 0 ? (near * 4 + 8) >> 4 : (near * 3 + sum(i - 1) + 8) >> 4;
    out[to + i * 2 + 1] = i === last ? (near * 4 + 7) >> 4 : (near * 3 + sum(i + 1) + 7) >> 4;
  }
}

function repeated(plane: Plane, across: number, down: number, rows: number): Plane {
  const stride = plane.columns * across;
  const samples = new Uint16Array(stride * rows);
  for (let row = 0; row < rows; row++) {
    const from = Math.floor(row / down) * plane.stride;
    for (let i = 0; i < stride; i++)
      samples[row * stride + i] = plane.samples[from + Math.floor(i / across)]!;
  }
  return { samples, stride, columns: stride, rows };
}
