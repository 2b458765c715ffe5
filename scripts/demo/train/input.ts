import { resample } from '../../../main/prepare/resample';
import { regionMask } from '../draw/region';
import { gridSide } from './grid';
import type { Bias, Phantom, Problem } from './problem';

/**
 * The model's input of an image: range to 0…1, shrinking as the application shrinks (antialiased triangle), then
 * (x − mean) / std for each channel.
 */
export function modelInput(problem: Problem, phantom: Phantom): Float32Array {
  const { inputSize: size, channels, mean, std } = problem;
  const unit = Float32Array.from(phantom.pixels, (value) => Math.min(1, value / problem.maximum));
  const raster = { rows: phantom.rows, columns: phantom.columns, samples: channels };
  const placement = { scaleX: phantom.columns / size, scaleY: phantom.rows / size, left: 0, top: 0 };
  const small = resample(unit, raster, { rows: size, columns: size }, placement);
  return small.map((value, i) => (value - (mean[i % channels] ?? 0)) / (std[i % channels] ?? 1));
}

/** Inputs one after another, with their labels (1 positive). */
export interface InputSet {
  inputs: Float32Array;
  labels: Uint8Array;
  /** For each image, 1 for each cell of the target layer's grid that a lesion fills by a quarter or is centred in. */
  cells: Uint8Array;
  count: number;
}

/** Draws `count` images of a population, every second one positive. */
export function drawSet(problem: Problem, bias: Bias, seed: string, count: number, size: number): InputSet {
  const length = problem.inputSize ** 2 * problem.channels;
  const inputs = new Float32Array(count * length);
  const labels = new Uint8Array(count);
  const side = gridSide(problem);
  const cells = new Uint8Array(count * side * side);
  for (let i = 0; i < count; i++) {
    labels[i] = i % 2;
    const phantom = problem.draw(`${problem.kind}/${seed}/${i}`, bias, i % 2 === 1, size);
    inputs.set(modelInput(problem, phantom), i * length);
    cells.set(lesionCells(phantom, side), i * side * side);
  }
  return { inputs, labels, cells, count };
}

/** 1 for each cell of a side × side grid that a lesion fills by a quarter or is centred in. */
export function lesionCells({ regions, rows, columns }: Phantom, side: number): Uint8Array {
  const cells = new Uint8Array(side * side);
  for (const region of regions.filter(({ kind }) => kind === 'lesion')) {
    const filled = new Float32Array(side * side);
    const centre = { x: 0, y: 0, area: 0 };
    regionMask(region, rows, columns).forEach((bit, i) => {
      if (bit === 0) return;
      const [x, y] = [(i % columns) + 0.5, Math.floor(i / columns) + 0.5];
      const cell = Math.floor((y * side) / rows) * side + Math.floor((x * side) / columns);
      filled[cell] = (filled[cell] ?? 0) + (side * side) / (rows * columns);
      Object.assign(centre, { x: centre.x + x, y: centre.y + y, area: centre.area + 1 });
    });
    const [column, row] = [centre.x / centre.area / columns, centre.y / centre.area / rows];
    if (centre.area > 0) cells[Math.floor(row * side) * side + Math.floor(column * side)] = 1;
    filled.forEach((share, cell) => (cells[cell] = share >= 0.25 ? 1 : (cells[cell] ?? 0)));
  }
  return cells;
}
