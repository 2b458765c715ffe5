/** A figure that was taken again and again: what was done by then, and what it came to. */
export interface Sample {
  readonly at: number;
  readonly value: number;
}

/** Slope of the least-squares line through at least two samples: units of the value for each unit of at. */
export function slopeOf(samples: readonly Sample[]): number {
  const mean = (of: (sample: Sample) => number): number =>
    samples.reduce((sum, sample) => sum + of(sample), 0) / samples.length;
  const [at, value] = [mean((sample) => sample.at), mean((sample) => sample.value)];
  const covariance = mean((sample) => (sample.at - at) * (sample.value - value));
  return covariance / mean((sample) => (sample.at - at) ** 2);
}
