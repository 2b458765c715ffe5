import type { Size } from './text-place';

/** Height of a line of what is written beside a measurement. */
export const lineHeight = 16;
/** As wide as the field in which it is typed. */
export const fieldWidth = 180;

const paper = document.createElement('canvas').getContext('2d')!;

/** Canvas pixels that lines take in the font of measurements, none narrower or lower than one line of nothing. */
export function textSize(lines: readonly string[]): Size {
  // The heavier weight of what is selected, so that a text does not move when it is.
  paper.font = "600 12px 'Inter Variable', system-ui, sans-serif";
  const widths = lines.map((line) => paper.measureText(line).width);
  return { width: Math.ceil(Math.max(0, ...widths)), height: Math.max(1, lines.length) * lineHeight };
}
