import { seededRandom } from '../../dicom/testing/random';
import type { Shape } from '../probe';

/** The part of a fake network from the input x to the layer's activation A, with its exact derivative. */
export interface FakeLayer {
  readonly inputShape: Shape;
  /** Rows, columns, channels of A. */
  readonly shape: Shape;
  /** A of x. */
  forward(x: Float32Array): Float32Array;
  /** dy/dx of x and dy/dA. */
  backward(x: Float32Array, upstream: Float32Array): Float32Array;
}

/** The part from A to the logit y of the class that is explained, with its exact derivative. */
export interface FakeHead {
  /** y of A. */
  logit(activation: Float32Array): number;
  /** dy/dA. */
  gradient(activation: Float32Array): Float32Array;
}

/** A function of one number, and its derivative. */
export interface Curve {
  value(z: number): number;
  slope(z: number): number;
}

export const relu: Curve = { value: (z) => Math.max(0, z), slope: (z) => (z > 0 ? 1 : 0) };
/** A relu without a corner: what finite differences need. */
export const softplus: Curve = {
  value: (z) => Math.log1p(Math.exp(z)),
  slope: (z) => 1 / (1 + Math.exp(-z)),
};

export const sizeOf = ([rows, columns, channels]: Shape): number => rows * columns * channels;

/** So many seeded values, −1..1. */
export function seededWeights(length: number, seed: number): Float32Array {
  const random = seededRandom(seed);
  return Float32Array.from({ length }, () => 2 * random() - 1);
}

/** A layer that is the input itself: for tests that give A by hand. */
export const identity = (shape: Shape): FakeLayer => ({
  inputShape: shape,
  shape,
  forward: (x) => x.slice(),
  backward: (_, upstream) => upstream.slice(),
});

/**
 * A convolution of seeded kernels over patch × patch pixels without overlap, and a curve:
 * A_k = curve(Σ kernel_k · x) at each cell. Rows and columns must be multiples of the patch.
 */
export function convolution(
  inputShape: Shape,
  { channels, patch, seed, curve }: { channels: number; patch: number; seed: number; curve: Curve },
): FakeLayer {
  const [rows, columns, depth] = inputShape;
  const shape: Shape = [rows / patch, columns / patch, channels];
  const length = patch * patch * depth;
  const kernels = seededWeights(channels * length, seed);
  const pixels = (cell: number): number[] => {
    const [row, column] = [Math.floor(cell / shape[1]) * patch, (cell % shape[1]) * patch];
    return Array.from({ length }, (_, tap) => {
      const [down, right] = [Math.floor(tap / depth / patch), Math.floor(tap / depth) % patch];
      return ((row + down) * columns + column + right) * depth + (tap % depth);
    });
  };
  const patches = Array.from({ length: shape[0] * shape[1] }, (_, cell) => pixels(cell));
  const before = (x: Float32Array, i: number): number => {
    const kernel = (i % channels) * length;
    return patches[Math.floor(i / channels)]!.reduce(
      (sum, at, tap) => sum + kernels[kernel + tap]! * x[at]!,
      0,
    );
  };
  return {
    inputShape,
    shape,
    forward: (x) => Float32Array.from({ length: sizeOf(shape) }, (_, i) => curve.value(before(x, i))),
    backward(x, upstream) {
      const gradient = new Float32Array(x.length);
      upstream.forEach((given, i) => {
        const slope = given * curve.slope(before(x, i));
        const kernel = (i % channels) * length;
        patches[Math.floor(i / channels)]!.forEach(
          (at, tap) => (gradient[at]! += slope * kernels[kernel + tap]!),
        );
      });
      return gradient;
    },
  };
}

/** y = Σ w ⊙ A + bias: dy/dA is w whatever A is. */
export const linearHead = (weights: Float32Array, bias = 0): FakeHead => ({
  logit: (activation) => activation.reduce((sum, value, i) => sum + weights[i]! * value, bias),
  gradient: () => weights.slice(),
});

/** Global average and dense: y = Σ_k v_k · mean A_k + bias. */
export function averageHead(shape: Shape, weights: Float32Array, bias = 0): FakeHead {
  const cells = shape[0] * shape[1];
  return linearHead(
    Float32Array.from({ length: sizeOf(shape) }, (_, i) => weights[i % shape[2]]! / cells),
    bias,
  );
}

/** A head that is not linear: y = Σ_j v_j tanh(Σ_i u_ji A_i), j over hidden units, seeded. */
export function curvedHead(shape: Shape, { hidden, seed }: { hidden: number; seed: number }): FakeHead {
  const size = sizeOf(shape);
  const inner = seededWeights(hidden * size, seed).map((weight) => weight / Math.sqrt(size));
  const outer = seededWeights(hidden, seed + 1);
  const unit = (activation: Float32Array, j: number): number =>
    Math.tanh(activation.reduce((sum, value, i) => sum + inner[j * size + i]! * value, 0));
  return {
    logit: (activation) => outer.reduce((sum, weight, j) => sum + weight * unit(activation, j), 0),
    gradient(activation) {
      const slopes = outer.map((weight, j) => weight * (1 - unit(activation, j) ** 2));
      return Float32Array.from({ length: size }, (_, i) =>
        slopes.reduce((sum, slope, j) => sum + slope * inner[j * size + i]!, 0),
      );
    },
  };
}
