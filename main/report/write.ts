import { basename } from 'node:path';
import type { ReportContent } from '../../preload/vocabulary';
import { writeWhole } from '../process/write-whole';
import type { Format } from './format';

/** Renders a report and puts it at a path, whole or not at all; a PersonError says why not. */
export async function writeReport(
  format: Format,
  path: string,
  content: ReportContent,
): Promise<{ path: string }> {
  await writeWhole(path, await format.render(content), { what: `The report ${basename(path)}` });
  return { path };
}
