/** A weighted linear fit. */
export interface Fit {
  readonly coefficients: Float64Array;
  /** R² = 1 − Σ w (y − fit)² / Σ w (y − mean)², 1 for a perfect fit; null where y does not vary. */
  readonly rSquared: number | null;
}

/** Samples × features, row by row, what was observed, and how much each sample counts. */
export interface Samples {
  readonly features: ArrayLike<number>;
  readonly count: number;
  readonly observed: Float64Array;
  readonly weights: Float64Array;
}

/** Mean under the weights, from the first value on, so that equal values have exactly that mean. */
function weightedMean(count: number, weights: Float64Array, value: (sample: number) => number): number {
  const first = value(0);
  let [sum, total] = [0, 0];
  for (let s = 0; s < count; s++) {
    sum += weights[s]! * (value(s) - first);
    total += weights[s]!;
  }
  return first + sum / total;
}

/** Solves M x = b in place of M and b, M symmetric and positive definite, size × size (Cholesky: M = L Lᵀ). */
export function solvePositive(M: Float64Array, b: Float64Array): Float64Array {
  const size = b.length;
  const dot = (i: number, j: number, to: number): number => {
    let sum = 0;
    for (let k = 0; k < to; k++) sum += M[i * size + k]! * M[j * size + k]!;
    return sum;
  };
  for (let j = 0; j < size; j++) {
    M[j * size + j] = Math.sqrt(M[j * size + j]! - dot(j, j, j));
    for (let i = j + 1; i < size; i++) M[i * size + j] = (M[i * size + j]! - dot(i, j, j)) / M[j * size + j]!;
  }
  for (let i = 0; i < size; i++) {
    for (let k = 0; k < i; k++) b[i]! -= M[i * size + k]! * b[k]!;
    b[i]! /= M[i * size + i]!;
  }
  for (let i = size - 1; i >= 0; i--) {
    for (let k = i + 1; k < size; k++) b[i]! -= M[k * size + i]! * b[k]!;
    b[i]! /= M[i * size + i]!;
  }
  return b;
}

/** Features less their weighted means. */
function centred({ features, count, weights }: Samples, size: number): Float64Array {
  const means = Float64Array.from({ length: size }, (_, f) =>
    weightedMean(count, weights, (s) => features[s * size + f]!),
  );
  return Float64Array.from({ length: count * size }, (_, i) => features[i]! - means[i % size]!);
}

/** XᵀWX + αI and XᵀWy. */
function normalEquations(
  X: Float64Array,
  y: Float64Array,
  weights: Float64Array,
  size: number,
  alpha: number,
) {
  const [gram, moments] = [new Float64Array(size * size), new Float64Array(size)];
  for (let i = 0; i < size; i++) gram[i * size + i] = alpha;
  weights.forEach((weight, s) => {
    const row = X.subarray(s * size, (s + 1) * size);
    for (let i = 0; i < size; i++) {
      const weighed = weight * row[i]!;
      moments[i]! += weighed * y[s]!;
      for (let j = 0; j <= i; j++) gram[i * size + j]! += weighed * row[j]!;
    }
  });
  return { gram, moments };
}

/**
 * Weighted ridge regression: the coefficients that minimise Σ w (y − b₀ − x·b)² + α|b|², α > 0, the intercept b₀ not
 * held back (Hoerl and Kennard 1970).
 */
export function ridge(samples: Samples, alpha: number): Fit {
  const { features, count, observed, weights } = samples;
  const size = features.length / count;
  const X = centred(samples, size);
  const mean = weightedMean(count, weights, (s) => observed[s]!);
  const y = observed.map((value) => value - mean);
  const { gram, moments } = normalEquations(X, y, weights, size, alpha);
  const coefficients = solvePositive(gram, moments);
  let [missed, total] = [0, 0];
  y.forEach((value, s) => {
    let fit = 0;
    for (let f = 0; f < size; f++) fit += X[s * size + f]! * coefficients[f]!;
    missed += weights[s]! * (value - fit) ** 2;
    total += weights[s]! * value ** 2;
  });
  return { coefficients, rSquared: total > 0 ? 1 - missed / total : null };
}
