import type { ReportContent } from '../../../preload/vocabulary';
import { measureColour } from '../../../renderer/measure/colour';
import { measuredRows } from '../measured';
import { type Numbered, numbered } from '../numbered';
import { type Markup, tag } from './markup';

/** Width of the canvas that is drawn on: about that of a picture on the page, so that marks are as large as in the window. */
const width = 440;

/** Height and advance of a digit on that canvas. */
const [line, digit] = [14, 9];

/** The measurements as lines over the picture, dark under coloured, each with its number; nothing where there are none. */
export function measured(content: ReportContent, aspect: number): Markup {
  if (content.measurements.length === 0) return tag``;
  const height = width * aspect;
  const rows = measuredRows(content);
  const marks = numbered(content, { width, height }, (number) => ({
    width: digit * number.length,
    height: line,
  }));
  return tag`<svg class="measured" viewBox="0 0 ${width} ${height.toFixed(1)}" preserveAspectRatio="none">${marks.map(
    (mark, index) => group(mark, [rows[index]!.kind, rows[index]!.figures].filter(Boolean).join(': ')),
  )}</svg>`;
}

function group({ number, path, tie, place }: Numbered, title: string): Markup {
  const joined = tag`<path d="${tie}" fill="none" stroke="${measureColour}" stroke-dasharray="2 4"/>`;
  const stroke = (colour: string, thick: number) =>
    tag`<path d="${path}" fill="none" stroke="${colour}" stroke-width="${thick}" stroke-linejoin="round" stroke-linecap="round"/>`;
  return tag`<g><title>${title}</title>${tie === '' ? tag`` : joined}${stroke('rgb(0 0 0 / 65%)', 4)}${stroke(measureColour, 1.5)}
<text x="${place.x.toFixed(1)}" y="${(place.y + line - 2).toFixed(1)}" font-size="${line}" fill="${measureColour}">${number}</text></g>`;
}

/** The table of measurements, numbered as on the picture; nothing where there are none. */
export function measurements(content: ReportContent): Markup {
  const rows = measuredRows(content);
  if (rows.length === 0) return tag``;
  return tag`<h2>Measurements</h2>
<table class="measurements">${rows.map(
    ({ number, kind, figures, text }) =>
      tag`<tr><td class="explained">${number}</td><td>${kind}</td><td>${figures}</td><td>${text}</td></tr>`,
  )}</table>`;
}
