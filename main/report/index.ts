import type { ReportFormat } from '../../preload/vocabulary';
import { PersonError } from '../process/errors';
import type { Format } from './format';
import { html } from './html';
import { json } from './json';
import { pdf } from './pdf';

export type { Format } from './format';
export { writeReport } from './write';

/** Every format of a report, the usual one first. */
export const formats: readonly Format[] = [pdf, html, json];

/** The format of an id; one sentence for an id that is none. */
export function formatOf(id: ReportFormat): Format {
  const format = formats.find((one) => one.id === id);
  if (!format)
    throw new PersonError(
      `There is no report format “${id}”; use ${formats.map((one) => one.id).join(', ')}.`,
    );
  return format;
}
