/** Along one axis, for each pixel: the two cells it lies between, and how far it is on the way to the second. */
export interface Between {
  readonly low: Int32Array;
  readonly high: Int32Array;
  /** 0..1. */
  readonly share: Float64Array;
}

/** Rows and columns. */
export type Grid = readonly [rows: number, columns: number];

/** Where the field that cells cover lies along an axis of pixels: from the first pixel's outer edge, in pixels. */
export interface Field {
  readonly start: number;
  readonly extent: number;
}

/**
 * Cells over a field, both cells and pixels with their centres half a step in: pixel p lies at
 * (p + ½ − start) · cells / extent − ½. Beyond the outer cells' centres the outer cells go on.
 */
export function between(
  pixels: number,
  cells: number,
  { start, extent }: Field = { start: 0, extent: pixels },
): Between {
  const [low, high, share] = [new Int32Array(pixels), new Int32Array(pixels), new Float64Array(pixels)];
  for (let pixel = 0; pixel < pixels; pixel++) {
    const at = Math.min(cells - 1, Math.max(0, ((pixel + 0.5 - start) * cells) / extent - 0.5));
    const cell = Math.floor(at);
    low[pixel] = cell;
    high[pixel] = Math.min(cells - 1, cell + 1);
    share[pixel] = at - cell;
  }
  return { low, high, share };
}

/** Writes a map of one grid, resampled to another, into an array of the other's size. */
export type Resample = (map: Float32Array, into: Float32Array) => void;

/** Bilinear resampling between two grids over the same field; its weights are made once, for many maps. */
export function bilinear([rows, columns]: Grid, to: Grid): Resample {
  const [down, across] = [between(to[0], rows), between(to[1], columns)];
  const line = new Float64Array(columns);
  return (map, into) => {
    for (let row = 0, i = 0; row < to[0]; row++) {
      const [above, below, share] = [down.low[row]! * columns, down.high[row]! * columns, down.share[row]!];
      for (let c = 0; c < columns; c++) line[c] = (1 - share) * map[above + c]! + share * map[below + c]!;
      for (let column = 0; column < to[1]; column++, i++) {
        const s = across.share[column]!;
        into[i] = (1 - s) * line[across.low[column]!]! + s * line[across.high[column]!]!;
      }
    }
  };
}
