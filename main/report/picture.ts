import type { ReportContent } from '../../preload/vocabulary';
import { colourAt, colourMapOf } from '../../renderer/picture/colour-maps/index';
import { composeRgba } from '../../renderer/picture/composite';
import { type EdgeLetters, edgeLetters } from '../../renderer/picture/orientation';
import { overlayRgba } from '../../renderer/picture/overlay';
import { sliceToRgba } from '../../renderer/picture/window-level';
import { encodePng } from './png';

/** The two pictures of a report, as PNG files at the slice's own resolution; regions are drawn over them as lines. */
export interface Pictures {
  readonly plain: Buffer;
  readonly overlaid: Buffer;
  readonly columns: number;
  readonly rows: number;
  /** Height of the picture for a width of 1: pixels need not be square. */
  readonly aspect: number;
  readonly letters: EdgeLetters;
}

/** The slice as displayed, and the same under its heat map; the map is shown even where the window hides it. */
export function picturesOf({ slice, display, explanation, instance }: ReportContent): Pictures {
  const base = sliceToRgba(slice, display.window, display.invert);
  const overlay = overlayRgba(explanation.map, { ...display.overlay, visible: true });
  const { rows, columns } = slice;
  const pixel = instance.spacing ? instance.spacing.row / instance.spacing.column : 1;
  return {
    plain: encodePng(base, columns, rows),
    overlaid: encodePng(composeRgba(base, overlay), columns, rows),
    columns,
    rows,
    aspect: (rows / columns) * (pixel > 0 && Number.isFinite(pixel) ? pixel : 1),
    letters: edgeLetters(instance.geometry, instance.patientOrientation),
  };
}

/** The colour bar, left to right from 0 to the peak; what is not drawn is white. */
export function colourBarPng(colourMap: string, threshold: number): Buffer {
  const rgba = new Uint8ClampedArray(256 * 4).fill(255);
  for (let i = 0; i < 256; i++)
    if (i / 255 >= threshold) rgba.set(colourAt(colourMapOf(colourMap), i / 255), 4 * i);
  return encodePng(rgba, 256, 1);
}
