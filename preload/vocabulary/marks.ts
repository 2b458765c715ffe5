import type { SliceReference } from './study';

export type RegionKind = 'lesion' | 'artefact';
export type RegionShape = 'rectangle' | 'ellipse' | 'polygon';

/**
 * A marked region on one frame. Points are [column, row] in image pixels; [0, 0] is the outer corner of the first
 * pixel, whose centre is [0.5, 0.5] (as PS3.3 C.18.6.1.1). Rectangle and ellipse: two opposite corners of the
 * bounding box; polygon: its vertices, closed by itself.
 */
export interface Region extends SliceReference {
  readonly id: string;
  readonly kind: RegionKind;
  readonly label: string;
  readonly shape: RegionShape;
  readonly points: readonly (readonly [number, number])[];
  /** What it was read from, where nobody drew it here: 'SEG "Liver"'. */
  readonly origin?: string | undefined;
}

export type MeasurementKind =
  'length' | 'angle' | 'cobb' | 'bidirectional' | 'rectangle' | 'ellipse' | 'freehand' | 'probe' | 'arrow';

/**
 * A measurement on one frame, in the same pixel coordinates as a region's points. length: its two ends; angle: end,
 * vertex, end; cobb: the ends of two lines; bidirectional: the ends of the long, then of the short axis; rectangle and
 * ellipse: two opposite corners of the bounding box; freehand: its vertices, closed by itself; probe: one point inside
 * its pixel; arrow: tip, then tail. What it measures is computed from these, never kept.
 */
export interface Measurement extends SliceReference {
  readonly id: string;
  readonly kind: MeasurementKind;
  readonly points: readonly (readonly [number, number])[];
  /** What a person wrote beside it; '' where nothing. */
  readonly text: string;
}
