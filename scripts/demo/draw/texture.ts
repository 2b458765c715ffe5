/** A smooth random surface over the plane, in [-1, 1]: the same point always has the same value. */
export type Texture = (x: number, y: number) => number;

/**
 * Value noise of several octaves (Perlin's fractal sum over lattice values with a smooth step between them).
 * `cell` is the size of the coarsest lattice cell, in the unit of x and y; each octave halves cell and weight.
 */
export function fractalTexture(seed: number, cell: number, octaves: number): Texture {
  let total = 0;
  for (let o = 0; o < octaves; o++) total += 0.5 ** o;
  return (x, y) => {
    let sum = 0;
    for (let o = 0; o < octaves; o++) {
      const step = cell * 0.5 ** o;
      sum += 0.5 ** o * valueNoise(seed + o * 7919, x / step, y / step);
    }
    return sum / total;
  };
}

function valueNoise(seed: number, x: number, y: number): number {
  const column = Math.floor(x);
  const row = Math.floor(y);
  const u = smooth(x - column);
  const v = smooth(y - row);
  const top = mix(lattice(seed, column, row), lattice(seed, column + 1, row), u);
  const bottom = mix(lattice(seed, column, row + 1), lattice(seed, column + 1, row + 1), u);
  return mix(top, bottom, v);
}

/** The lattice value at whole coordinates, in [-1, 1]. */
function lattice(seed: number, column: number, row: number): number {
  let h = Math.imul(column, 374761393) ^ Math.imul(row, 668265263) ^ Math.imul(seed, 2246822519);
  h = Math.imul(h ^ (h >>> 15), 2246822507);
  h = Math.imul(h ^ (h >>> 13), 3266489909);
  return ((h ^ (h >>> 16)) >>> 0) / 2147483648 - 1;
}

/** Hermite step of a value in [0, 1]. */
export function smooth(t: number): number {
  return t * t * (3 - 2 * t);
}

/** 0 below `low`, 1 above `high`, smooth between. */
export function smoothStep(low: number, high: number, value: number): number {
  return smooth(Math.min(1, Math.max(0, (value - low) / (high - low))));
}

/** Linear blend from `a` (t = 0) to `b` (t = 1). */
export function mix(a: number, b: number, t: number): number {
  return a + (b - a) * t;
}
