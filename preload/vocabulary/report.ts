import type { Audit } from './audit';
import type { Explanation, MethodSummary } from './explanation';
import type { Slice, Window } from './image';
import type { Measurement, Region } from './marks';
import type { LoadedModel } from './model';
import type { Instance, Series, Study } from './study';

export type OverlayStyle = 'wash' | 'contour';

export interface OverlaySettings {
  readonly visible: boolean;
  /** 0..1 */
  readonly opacity: number;
  /** 0..1 of the peak: below it nothing is drawn. */
  readonly threshold: number;
  /** Id of a colour map in renderer/picture/colour-maps. */
  readonly colourMap: string;
  readonly style: OverlayStyle;
}

export interface DisplaySettings {
  readonly window: Window | null;
  readonly invert: boolean;
  /** Whether the overlay planes of the file (group 60xx) are drawn. */
  readonly overlaysShown: boolean;
  readonly overlay: OverlaySettings;
}

/** Everything a report shows; it computes nothing anew but the picture. */
export interface ReportContent {
  readonly study: Omit<Study, 'series' | 'objects'>;
  readonly series: Omit<Series, 'instances'>;
  readonly instance: Instance;
  readonly slice: Slice;
  readonly display: DisplaySettings;
  readonly model: LoadedModel;
  readonly method: MethodSummary;
  readonly explanation: Explanation;
  readonly regions: readonly Region[];
  /** Those of the explained frame, in the order in which the report numbers them from 1. */
  readonly measurements: readonly Measurement[];
  readonly audit: Audit;
  readonly comment: string;
  /** ISO 8601, local time with offset. */
  readonly createdAt: string;
  readonly software: Readonly<Record<string, string>>;
}

export type ReportFormat = 'pdf' | 'html' | 'json';
