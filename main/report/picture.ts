import type { ReportContent } from '../../preload/vocabulary';
import { colourAt, colourMapOf } from '../../renderer/picture/colour-maps/index';
import { composeRgba } from '../../renderer/picture/composite';
import { geometryOfFrame } from '../../renderer/picture/frame-geometry';
import { type EdgeLetters, edgeLetters } from '../../renderer/picture/orientation';
import { overlayRgba } from '../../renderer/picture/overlay';
import { shrink, shrinkFactor } from '../../renderer/picture/shrink';
import { pictureRgba } from '../../renderer/picture/overlay-planes';
import { encodePng } from './png';

/** Longer sides are averaged down: at the size on paper this is finer than print, and a page stays a few MB. */
const longest = 1600;

/** The two pictures of a report, as PNG files; regions are drawn over them as lines. */
export interface Pictures {
  readonly plain: Buffer;
  readonly overlaid: Buffer;
  /** How many pixels a side were averaged into one; 1 where every pixel is there. */
  readonly factor: number;
  /** Height of the picture for a width of 1: pixels need not be square. */
  readonly aspect: number;
  readonly letters: EdgeLetters;
}

/** The slice as displayed, and the same under its heat map; the map is shown even where the window hides it. */
export function picturesOf({ slice, display, explanation, instance }: ReportContent): Pictures {
  const { rows, columns } = slice;
  const base = pictureRgba(slice, display.window, display.invert, display.overlaysShown);
  const overlay = overlayRgba(explanation.map, { ...display.overlay, visible: true });
  const factor = shrinkFactor(columns, rows, longest);
  const encoded = (rgba: Uint8ClampedArray) => {
    const small = shrink({ columns, rows, rgba }, factor);
    return encodePng(small.rgba, small.columns, small.rows);
  };
  const pixel = instance.spacing ? instance.spacing.row / instance.spacing.column : 1;
  return {
    plain: encoded(base),
    overlaid: encoded(composeRgba(base, overlay)),
    factor,
    aspect: (rows / columns) * (pixel > 0 && Number.isFinite(pixel) ? pixel : 1),
    letters: edgeLetters(geometryOfFrame(instance, slice.frame), instance.patientOrientation),
  };
}

/** What stands under the plain picture. */
export function plainCaption({ factor }: Pictures, { measurements }: ReportContent): string {
  const averaged = factor > 1 ? `; ${factor} × ${factor} pixels averaged` : '';
  const numbered = measurements.length > 0 ? '; measurements numbered as below' : '';
  return `As displayed, without overlay${numbered}${averaged}`;
}

/** The colour bar, left to right from 0 to the peak; what is not drawn is white. */
export function colourBarPng(colourMap: string, threshold: number): Buffer {
  const rgba = new Uint8ClampedArray(256 * 4).fill(255);
  for (let i = 0; i < 256; i++)
    if (i / 255 >= threshold) rgba.set(colourAt(colourMapOf(colourMap), i / 255), 4 * i);
  return encodePng(rgba, 256, 1);
}
