import type { ReportContent } from '../../../preload/vocabulary';
import { measureColour } from '../../../renderer/measure/colour';
import { type MeasuredRow, measuredRows } from '../measured';
import { type Numbered, numbered } from '../numbered';
import type { Sheet } from './sheet';
import { type Frame, tab } from './tab';

/** Pixels of the canvas that is drawn on in a point of the page: ticks and heads are half as large as in the window. */
const fine = 2;

/** The measurements as lines over the picture, dark under coloured, each with its number. */
export function measured(sheet: Sheet, frame: Frame, content: ReportContent): void {
  const canvas = { width: frame.width * fine, height: frame.height * fine };
  const style = { size: 6.5, font: 'bold' } as const;
  const marks = numbered(content, canvas, (number) => ({
    width: (sheet.textWidth(number, style) + 6) * fine,
    height: 10 * fine,
  }));
  for (const mark of marks) lines(sheet, frame, mark);
  for (const { number, place } of marks) {
    const middle = frame.x + (place.x + place.width / 2) / fine;
    tab(sheet, `${number}`, middle, frame.y + place.y / fine, measureColour);
  }
}

function lines({ doc }: Sheet, { x, y, width, height }: Frame, { path, tie }: Numbered): void {
  doc.save().rect(x, y, width, height).clip();
  doc
    .translate(x, y)
    .scale(1 / fine)
    .lineCap('round')
    .lineJoin('round');
  if (tie !== '') doc.path(tie).lineWidth(1.2).dash(2, { space: 4 }).stroke(measureColour).undash();
  doc.path(path).lineWidth(4.4).strokeOpacity(0.6).stroke('#000000').strokeOpacity(1);
  doc.path(path).lineWidth(1.9).stroke(measureColour);
  doc.restore();
}

/** The table of measurements, numbered as on the picture; nothing where there are none. */
export function measurements(sheet: Sheet, content: ReportContent): void {
  const rows = measuredRows(content);
  if (rows.length === 0) return;
  sheet.heading('Measurements', 20);
  for (const row of rows) line(sheet, row);
}

function line(sheet: Sheet, { number, kind, figures, text }: MeasuredRow): void {
  const [kindAt, figuresAt, textAt] = [sheet.left + 20, sheet.left + 84, sheet.left + 340];
  const [wide, rest] = [textAt - figuresAt - 8, sheet.left + sheet.width - textAt];
  const height = Math.max(11.5, sheet.height(figures, wide) + 1.5, sheet.height(text, rest) + 1.5);
  sheet.room(height);
  sheet.put(`${number}`, sheet.left, sheet.y, 18, { font: 'bold' });
  sheet.put(kind, kindAt, sheet.y, figuresAt - kindAt);
  sheet.put(figures, figuresAt, sheet.y, wide);
  sheet.put(text, textAt, sheet.y, rest);
  sheet.y += height;
}
