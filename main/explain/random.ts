import type { MethodParameter } from '../../preload/vocabulary';

/** Numbers that look random and are the same for the same seed. */
export interface Random {
  /** Evenly spread, 0 ≤ u < 1, in steps of 2⁻³². */
  uniform(): number;
  /** Normally distributed, mean 0, standard deviation 1. */
  normal(): number;
}

/** Steele et al. 2014, with the 32-bit constants of splitmix32: one to one, so that near seeds end up far apart. */
function mix(value: number): number {
  let mixed = value >>> 0;
  mixed = Math.imul(mixed ^ (mixed >>> 16), 0x21f0aaad);
  mixed = Math.imul(mixed ^ (mixed >>> 15), 0x735a2d97);
  return (mixed ^ (mixed >>> 15)) >>> 0;
}

const golden = 0x9e3779b9;
const rotated = (value: number, by: number): number => (value << by) | (value >>> (32 - by));

/** xoshiro128** (Blackman and Vigna 2021): whole numbers 0 ≤ n < 2³². */
function xoshiro(first: number): () => number {
  let [a, b, c, d] = [mix(first), mix(first + golden), mix(first + 2 * golden), mix(first + 3 * golden)];
  return () => {
    const result = Math.imul(rotated(Math.imul(b, 5), 7), 9) >>> 0;
    const shifted = b << 9;
    c ^= a;
    d ^= b;
    b ^= c;
    a ^= d;
    c ^= shifted;
    d = rotated(d, 11);
    return result;
  };
}

/**
 * A stream of random numbers for a seed. Each sample of a method takes its own stream, so that it is the same sample
 * in whatever order and batches the samples are made.
 */
export function seededRandom(seed: number, stream = 0): Random {
  const next = xoshiro(mix(mix(seed) + Math.imul(stream, golden)));
  const uniform = (): number => next() / 2 ** 32;
  let spare: number | null = null;
  return {
    uniform,
    // Box and Muller 1958: two normal numbers from two uniform ones.
    normal() {
      if (spare !== null) {
        const kept = spare;
        spare = null;
        return kept;
      }
      const radius = Math.sqrt(-2 * Math.log(1 - uniform()));
      const angle = 2 * Math.PI * uniform();
      spare = radius * Math.sin(angle);
      return radius * Math.cos(angle);
    },
  };
}

/** The seed as a parameter of a method: the same seed gives the same map. */
export const seedParameter: MethodParameter = {
  id: 'seed',
  name: 'Seed',
  help: 'Where the random numbers begin: the same seed gives the same map, a whole number.',
  kind: 'number',
  default: 1,
  minimum: 0,
  maximum: 2 ** 32 - 1,
  step: 1,
};
