import type { ReportContent } from '../../../preload/vocabulary';
import { footing } from '../rows';
import { ink, type Sheet } from './sheet';

/** What the page says where a character has no picture in the embedded fonts. */
export const missingNote = 'A □ stands for a character that the fonts of this report do not have.';

/** Writes the foot of every page, when all pages are there. */
export function footings(sheet: Sheet, content: ReportContent): void {
  const { doc } = sheet;
  const { start, count } = doc.bufferedPageRange();
  const text = sheet.printable(footing(content)) + (sheet.missing ? `\n${missingNote}` : '');
  for (let page = start; page < start + count; page++) {
    doc.switchToPage(page);
    sheet.y = sheet.bottom + 8;
    sheet.rule();
    const style = { size: 7, colour: ink.quiet } as const;
    sheet.put(text, sheet.left, sheet.y + 5, sheet.width - 60, style);
    sheet.put(`${page - start + 1} / ${count}`, sheet.left, sheet.y + 5, sheet.width, {
      ...style,
      align: 'right',
    });
  }
}
