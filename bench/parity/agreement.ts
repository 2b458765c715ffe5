/** How far two maps agree. */
export interface Agreement {
  /** Pearson's correlation, −1..1; null where one of the maps is constant and so has none. */
  readonly pearson: number | null;
  /** ‖a − b‖ / ‖b‖; null where b is 0 everywhere. */
  readonly relativeL2: number | null;
}

/** What counts as the same map in float32. */
export const LIMITS = { pearson: 0.999, relativeL2: 1e-2 } as const;

type Values = ArrayLike<number>;

function sum(length: number, of: (i: number) => number): number {
  let total = 0;
  for (let i = 0; i < length; i++) total += of(i);
  return total;
}

/** Pearson's correlation of two arrays of one length; null where one is constant. */
export function pearson(a: Values, b: Values): number | null {
  checkLengths(a, b);
  const n = a.length;
  const [meanA, meanB] = [sum(n, (i) => a[i]!) / n, sum(n, (i) => b[i]!) / n];
  const both = sum(n, (i) => (a[i]! - meanA) * (b[i]! - meanB));
  const spread = Math.sqrt(sum(n, (i) => (a[i]! - meanA) ** 2) * sum(n, (i) => (b[i]! - meanB) ** 2));
  return spread > 0 ? both / spread : null;
}

/** ‖a − b‖ / ‖b‖ of two arrays of one length; null where b is 0 everywhere. */
export function relativeL2(a: Values, b: Values): number | null {
  checkLengths(a, b);
  const size = Math.sqrt(sum(b.length, (i) => b[i]! ** 2));
  return size > 0 ? Math.sqrt(sum(a.length, (i) => (a[i]! - b[i]!) ** 2)) / size : null;
}

/** How far our map agrees with a peer's. Throws where they are not of one length. */
export function agreementOf(ours: Values, theirs: Values): Agreement {
  return { pearson: pearson(ours, theirs), relativeL2: relativeL2(ours, theirs) };
}

/** Whether two maps are the same within the limits; what cannot be compared is not. */
export function agrees(agreement: Agreement): boolean {
  const { pearson: correlation, relativeL2: distance } = agreement;
  return (
    correlation !== null &&
    distance !== null &&
    correlation >= LIMITS.pearson &&
    distance <= LIMITS.relativeL2
  );
}

function checkLengths(a: Values, b: Values): void {
  if (a.length !== b.length)
    throw new Error(`Maps of ${a.length} and ${b.length} values are not comparable.`);
}
