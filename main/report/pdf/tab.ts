import type { Sheet } from './sheet';

/** Place and size on the page, points. */
export interface Frame {
  readonly x: number;
  readonly y: number;
  readonly width: number;
  readonly height: number;
}

/** Width of the widest patch, points. */
export const widestTab = 110;

/** A word on a dark patch around a place, legible on black and on white. */
export function tab(sheet: Sheet, text: string, middle: number, y: number, colour: string): void {
  if (text === '') return;
  const style = { size: 6.5, font: 'bold', colour } as const;
  const shown = sheet.cut(text, widestTab - 6, style);
  const width = sheet.textWidth(shown, style) + 6;
  const x = middle - width / 2;
  sheet.doc.save().rect(x, y, width, 10).fillOpacity(0.6).fill('#000000').restore();
  sheet.put(shown, x + 3, y + 1, 2 * widestTab, style);
}
