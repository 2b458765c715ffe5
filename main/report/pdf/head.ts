import type { ReportContent } from '../../../preload/vocabulary';
import { verdictNames } from '../../audit/index';
import { titleOf } from '../about-map';
import { studyRows, verdictColours } from '../rows';
import { moment } from '../wording';
import { ink, type Sheet } from './sheet';

/** Title, date, and who and which picture this is about. */
export function head(sheet: Sheet, content: ReportContent): void {
  sheet.put('Sightline', sheet.left, sheet.y, 200, { font: 'bold', size: 9, colour: ink.accent });
  const made = moment(content.createdAt);
  sheet.put(made, sheet.left, sheet.y, sheet.width, { colour: ink.quiet, align: 'right' });
  sheet.y += 14;
  sheet.put(titleOf(content), sheet.left, sheet.y, sheet.width, { font: 'bold', size: 17 });
  sheet.y += 27;
  sheet.rule();
  sheet.y += 8;
  const { patient, study } = studyRows(content);
  const top = sheet.y;
  const half = sheet.width * 0.4;
  sheet.rows(patient, sheet.left, half - 12, 64);
  const below = sheet.y;
  sheet.y = top;
  sheet.rows(study, sheet.left + half, sheet.width - half, 66);
  sheet.y = Math.max(below, sheet.y) + 8;
}

/** The verdict with its sentence and the three facts behind it, in a box with a coloured edge. */
export function verdict(sheet: Sheet, { audit }: ReportContent): void {
  const width = sheet.width - 28;
  const title = { font: 'bold', size: 10, colour: verdictColours[audit.verdict] } as const;
  const lines: [string, number][] = audit.facts.map((fact) => [fact, sheet.height(fact, width - 12) + 2]);
  const sentence = sheet.height(audit.sentence, width, { font: 'bold', size: 10 });
  const height = 10 + 15 + sentence + 5 + lines.reduce((sum, [, part]) => sum + part, 0) + 8;
  sheet.room(height);
  sheet.doc.rect(sheet.left, sheet.y, sheet.width, height).fill(ink.wash);
  sheet.doc.rect(sheet.left, sheet.y, 4, height).fill(verdictColours[audit.verdict]);
  let y = sheet.y + 10;
  const x = sheet.left + 16;
  sheet.put(verdictNames[audit.verdict], x, y, width, title);
  y += 15;
  sheet.put(audit.sentence, x, y, width, { font: 'bold', size: 10 });
  y += sentence + 5;
  for (const [fact, part] of lines) {
    sheet.put('•', x, y, 10, { colour: ink.quiet });
    sheet.put(fact, x + 12, y, width - 12);
    y += part;
  }
  sheet.y += height + 4;
}
