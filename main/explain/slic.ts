import { connected, type Superpixels } from './connected';
import type { Shape } from './probe';

/** An image of values 0..1, rows × columns × channels. */
export interface Picture {
  readonly values: Float32Array;
  readonly shape: Shape;
}

const iterations = 10;
/** m: how much a step of the grid interval weighs against a step of the colour from 0 to 1. */
const compactness = 0.1;

/** Cluster centres: place in pixels, and colour. */
interface Centres {
  readonly rows: Float64Array;
  readonly columns: Float64Array;
  /** Centres × channels. */
  readonly colours: Float64Array;
}

/** A regular grid of about so many cells: each pixel's cell, and how many there are. */
function gridCells([rows, columns]: Shape, interval: number): Superpixels {
  const down = Math.max(1, Math.round(rows / interval));
  const across = Math.max(1, Math.round(columns / interval));
  const labels = Int32Array.from({ length: rows * columns }, (_, at) => {
    const [row, column] = [Math.floor(at / columns), at % columns];
    return Math.floor((row * down) / rows) * across + Math.floor((column * across) / columns);
  });
  return { labels, count: down * across };
}

/** Mean place and colour of the pixels of each label; a centre that has none keeps out of the way. */
function centresOf({ values, shape }: Picture, { labels, count }: Superpixels): Centres {
  const [, columns, channels] = shape;
  const size = new Float64Array(count);
  const centres = {
    rows: new Float64Array(count),
    columns: new Float64Array(count),
    colours: new Float64Array(count * channels),
  };
  labels.forEach((k, at) => {
    size[k]!++;
    centres.rows[k]! += Math.floor(at / columns);
    centres.columns[k]! += at % columns;
    for (let c = 0; c < channels; c++) centres.colours[k * channels + c]! += values[at * channels + c]!;
  });
  return {
    rows: centres.rows.map((sum, k) => sum / size[k]!),
    columns: centres.columns.map((sum, k) => sum / size[k]!),
    colours: centres.colours.map((sum, i) => sum / size[Math.floor(i / channels)]!),
  };
}

/** Gives each pixel to the nearest centre among those whose window of 2S × 2S it lies in (Algorithm 1). */
function assign({ values, shape }: Picture, centres: Centres, interval: number, labels: Int32Array): void {
  const [rows, columns, channels] = shape;
  const nearest = new Float64Array(labels.length).fill(Infinity);
  const placeWeight = (compactness / interval) ** 2;
  centres.rows.forEach((y, k) => {
    const x = centres.columns[k]!;
    const [top, bottom] = [
      Math.max(0, Math.ceil(y - interval)),
      Math.min(rows - 1, Math.floor(y + interval)),
    ];
    const [left, right] = [
      Math.max(0, Math.ceil(x - interval)),
      Math.min(columns - 1, Math.floor(x + interval)),
    ];
    for (let row = top; row <= bottom; row++)
      for (let column = left; column <= right; column++) {
        const at = row * columns + column;
        let colour = 0;
        for (let c = 0; c < channels; c++)
          colour += (values[at * channels + c]! - centres.colours[k * channels + c]!) ** 2;
        // D² = d_c² + (d_s / S)² m² (Equation 3); the colour's d_c² is the mean over the channels.
        const distance = colour / channels + placeWeight * ((row - y) ** 2 + (column - x) ** 2);
        if (distance < nearest[at]!) {
          nearest[at] = distance;
          labels[at] = k;
        }
      }
  });
}

/**
 * SLIC superpixels (Achanta et al., TPAMI 2012): k-means on colour and place from a regular grid of about `segments`
 * centres S = √(pixels / segments) apart, each looking no further than S. Colours are compared as they are, 0..1 a
 * channel, not in CIELAB, as medical images are mostly grey; centres are not moved off edges to begin with. Regions
 * smaller than a quarter of S² join a neighbour. Deterministic.
 */
export function slic(picture: Picture, segments: number): Superpixels {
  const { shape } = picture;
  const interval = Math.sqrt((shape[0] * shape[1]) / segments);
  const cells = gridCells(shape, interval);
  for (let iteration = 0; iteration < iterations; iteration++)
    assign(picture, centresOf(picture, cells), interval, cells.labels);
  return connected(cells.labels, [shape[0], shape[1]], (interval * interval) / 4);
}
