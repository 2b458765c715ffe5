import { seededRandom } from './random';

/** A slope with noise, so that no predictor is always right, and with both extremes of its range in it. */
export function waves(count: number, bits: number, signed: boolean): number[] {
  const random = seededRandom(bits + (signed ? 100 : 0));
  const lowest = signed ? -(2 ** (bits - 1)) : 0;
  const span = 2 ** bits - 1;
  const values = Array.from({ length: count }, (_, i) => {
    const level = 0.5 + 0.4 * Math.sin(i / 17) + 0.1 * (random() - 0.5);
    return lowest + Math.round(level * span);
  });
  values[5] = lowest;
  values[6] = lowest + span;
  return values;
}
