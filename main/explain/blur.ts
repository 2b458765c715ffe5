import type { Shape } from './probe';

/** Weights of a Gaussian at whole distances up to 3σ, the centre first. */
const gaussian = (sigma: number): Float64Array =>
  Float64Array.from({ length: Math.ceil(3 * sigma) + 1 }, (_, at) =>
    Math.exp(-(at * at) / (2 * sigma * sigma)),
  );

/** One axis: the image as outer × length × inner. Beyond the border there is nothing, and the weights sum to 1. */
function along(image: Float32Array, [length, inner]: readonly [number, number], weights: Float64Array) {
  const result = new Float32Array(image.length);
  const reach = weights.length - 1;
  for (let first = 0; first < image.length; first += length * inner)
    for (let at = 0; at < length; at++) {
      const [low, high] = [Math.max(0, at - reach), Math.min(length - 1, at + reach)];
      let total = 0;
      for (let from = low; from <= high; from++) total += weights[Math.abs(from - at)]!;
      for (let from = low; from <= high; from++) {
        const weight = weights[Math.abs(from - at)]! / total;
        for (let i = 0; i < inner; i++)
          result[first + at * inner + i]! += weight * image[first + from * inner + i]!;
      }
    }
  return result;
}

/** An image (rows × columns × channels) under a Gaussian of standard deviation σ > 0 pixels; its values keep their range. */
export function blur(image: Float32Array, [rows, columns, channels]: Shape, sigma: number): Float32Array {
  const weights = gaussian(sigma);
  return along(along(image, [columns, channels], weights), [rows, columns * channels], weights);
}
