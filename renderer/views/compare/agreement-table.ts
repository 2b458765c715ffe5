import type { Agreement, PairAgreement } from '../../../preload/vocabulary';

/** A map, and how it agrees with each of those before it; null in the columns of itself and of those after it. */
export interface AgreementRow {
  readonly name: string;
  readonly pairs: readonly (PairAgreement | null)[];
}

/** The lower half of the matrix of all maps: every pair once. Pairs come as an agreement has them, row by row of the upper. */
export function agreementTable({ names, pairs }: Agreement): readonly AgreementRow[] {
  const count = names.length;
  /** Of maps i < j: before it come the pairs of the maps before i. */
  const pairOf = (i: number, j: number): PairAgreement => pairs[i * count - (i * (i + 1)) / 2 + j - i - 1]!;
  return names.map((name, row) => ({
    name,
    pairs: names.slice(0, -1).map((_, column) => (column < row ? pairOf(column, row) : null)),
  }));
}
