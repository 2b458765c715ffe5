/** Median and spread of repeated measurements, in the unit measured. */
export interface Spread {
  readonly median: number;
  readonly minimum: number;
  readonly maximum: number;
  readonly runs: number;
}

/** Summarises at least one measurement; figures rounded to 0.01. */
export function spreadOf(values: readonly number[]): Spread {
  const sorted = [...values].sort((a, b) => a - b);
  const at = (part: number): number =>
    Math.round(sorted[Math.floor(part * (sorted.length - 1))]! * 100) / 100;
  return { median: at(0.5), minimum: at(0), maximum: at(1), runs: sorted.length };
}
