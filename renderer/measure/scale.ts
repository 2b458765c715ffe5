import type { Instance } from '../../preload/vocabulary';

/** [column, row] in image pixels, [0, 0] the outer corner of the first pixel. */
export type Point = readonly [number, number];

/** What a pixel of an image measures, and what may be said of it. */
export interface Scale {
  /** Width of a pixel (column spacing) and its height (row spacing), in `unit`; an aspect ratio has a width of 1. */
  readonly x: number;
  readonly y: number;
  readonly unit: 'mm' | 'px';
  /** True where the mm are those of the detector: what lay above it was smaller, by an unknown factor. */
  readonly atDetector: boolean;
  /** False where only an aspect ratio is known that is not 1: a length across both axes has no unit then. */
  readonly hasLengths: boolean;
}

/**
 * The scale of an image: mm where the spacing is the patient's or the detector's (PS3.3 10.7.1), else pixels. Pixels
 * are square where nothing is said of them (Pixel Aspect Ratio is 1:1 where absent, PS3.3 C.7.6.3.1.7).
 */
export function scaleOf(spacing: Instance['spacing']): Scale {
  if (!spacing) return { x: 1, y: 1, unit: 'px', atDetector: false, hasLengths: true };
  const { row, column, kind } = spacing;
  if (kind === 'aspect')
    return { x: 1, y: row / column, unit: 'px', atDetector: false, hasLengths: row === column };
  return { x: column, y: row, unit: 'mm', atDetector: kind === 'detector', hasLengths: true };
}
