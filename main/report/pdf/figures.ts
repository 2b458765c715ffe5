import type { ReportContent, TargetAudit } from '../../../preload/vocabulary';
import { figureTexts } from '../rows';
import { type ScoreLine, scoreLines } from '../scores';
import { percent, raw } from '../wording';
import { ink, type Sheet } from './sheet';

/** Class scores as bars, the explained class in bold. */
export function scores(sheet: Sheet, { explanation }: ReportContent): void {
  sheet.heading('Class scores', 30);
  const { lines, more } = scoreLines(explanation);
  for (const line of lines) bar(sheet, line);
  if (more) sheet.flow(more, { colour: ink.quiet });
}

function bar(sheet: Sheet, { label, probability, logit, explained, note }: ScoreLine): void {
  sheet.room(14);
  const [x, width] = [sheet.left + 150, sheet.width - 290];
  const style = explained ? ({ font: 'bold' } as const) : {};
  const name = note ? `${label} (${note})` : label;
  sheet.put(name, sheet.left, sheet.y, 144, style);
  sheet.doc.rect(x, sheet.y + 2, width, 7).fill(ink.wash);
  sheet.doc.rect(x, sheet.y + 2, width * Math.min(1, Math.max(0, probability)), 7);
  sheet.doc.fill(explained ? ink.accent : '#9aa5b1');
  sheet.put(percent(probability), x + width + 8, sheet.y, 48, { ...style, align: 'right' });
  sheet.put(`logit ${raw(logit)}`, x + width + 62, sheet.y, 78, { colour: ink.quiet, align: 'right' });
  sheet.y += Math.max(14, sheet.height(name, 144, style) + 2);
}

/** Every figure of every target beside its chance level, then what a reader of them should know. */
export function figures(sheet: Sheet, { audit }: ReportContent): void {
  sheet.heading('Audit', 80);
  if (audit.targets.length === 0) sheet.flow('Nothing is marked on this image, so there is no figure.');
  for (const target of audit.targets) targetTable(sheet, target);
  for (const warning of audit.warnings) sheet.warning(warning);
}

function targetTable(sheet: Sheet, { target, kind, areaPixels, metrics }: TargetAudit): void {
  const head = sheet.height(target, 180, { font: 'bold' }) + 2;
  sheet.room(head + 3 + 12.5 * metrics.length);
  const [value, chance, note] = [sheet.left + 190, sheet.left + 262, sheet.left + 340];
  const small = { size: 7.5, colour: ink.quiet } as const;
  sheet.doc.rect(sheet.left, sheet.y, sheet.width, head).fill(ink.wash);
  sheet.put(target, sheet.left + 4, sheet.y + 1, 180, { font: 'bold' });
  sheet.put('value', value, sheet.y + 1.5, 62, { ...small, align: 'right' });
  sheet.put('by chance', chance, sheet.y + 1.5, 62, { ...small, align: 'right' });
  sheet.put(`${kind}, ${areaPixels.toLocaleString('en')} pixels`, note, sheet.y + 1.5, 160, small);
  sheet.y += head + 2;
  for (const metric of metrics) {
    const [measured, expected] = figureTexts(metric);
    const height = Math.max(12.5, sheet.height(metric.note, sheet.left + sheet.width - note, small));
    sheet.room(height);
    sheet.put(metric.name, sheet.left + 4, sheet.y, 184);
    sheet.put(measured, value, sheet.y, 62, { font: 'bold', align: 'right' });
    sheet.put(expected, chance, sheet.y, 62, { colour: ink.quiet, align: 'right' });
    sheet.put(metric.note, note, sheet.y, sheet.left + sheet.width - note, small);
    sheet.y += height;
  }
  sheet.y += 5;
}
