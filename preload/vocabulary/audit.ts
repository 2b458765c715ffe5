import type { RegionKind } from './marks';

/** 'control' is no verdict on the model: the map does not know it. */
export type VerdictKind = 'lesion' | 'artefact' | 'mixed' | 'elsewhere' | 'none' | 'control';

/** A figure with its chance level; value null means not applicable, with the reason in note. */
export interface MetricValue {
  readonly id: string;
  readonly name: string;
  readonly value: number | null;
  readonly chance: number | null;
  /** 'share' is 0..1 and shown as per cent, 'hit' too but yes or no at its ends, 'ratio' is shown as a factor. */
  readonly unit: 'share' | 'hit' | 'ratio';
  readonly note: string;
}

/** All figures of one target: one region, or all regions of a kind together. */
export interface TargetAudit {
  readonly target: string;
  readonly kind: RegionKind;
  /** Region ids that make up the target. */
  readonly regionIds: readonly string[];
  readonly areaPixels: number;
  readonly metrics: readonly MetricValue[];
}

export interface Audit {
  readonly explanationId: string;
  /** 0..1 of the peak. */
  readonly threshold: number;
  readonly verdict: VerdictKind;
  /** The verdict as a sentence. */
  readonly sentence: string;
  /** The three facts behind it. */
  readonly facts: readonly string[];
  /** All lesions together, all artefacts together, then each region on its own where there are several of a kind. */
  readonly targets: readonly TargetAudit[];
  readonly warnings: readonly string[];
}
