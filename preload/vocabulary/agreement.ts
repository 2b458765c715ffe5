/** How far the maps of two explanations of one slice agree. */
export interface PairAgreement {
  /** Ids of the two explanations. */
  readonly between: readonly [string, string];
  /** Spearman's rank correlation of what is above a tenth of each peak, −1..1; null for a constant map: it has no order. */
  readonly rankCorrelation: number | null;
  /** Mean structural similarity, −1..1; null where a map is constant or smaller than the window. */
  readonly structuralSimilarity: number | null;
}

/** How far several explanations of one slice agree. */
export interface Agreement {
  /** What to call each, in the order asked for: that in which they differ. */
  readonly names: readonly string[];
  /** Rows and columns of the grid that the maps were compared on. */
  readonly grid: readonly [number, number];
  /** Every pair once, in the order asked for. */
  readonly pairs: readonly PairAgreement[];
  /** One sentence for each pair that does not agree, or cannot be compared. */
  readonly warnings: readonly string[];
}
