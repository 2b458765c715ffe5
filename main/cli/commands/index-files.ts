import { resolve } from 'node:path';
import type { Opened } from '../../../preload/contract';
import { indexPaths } from '../../dicom';
import type { Command } from '../command';
import { several } from '../given';
import { toJson } from '../write-file';

/** What lies in files and folders: studies, series, instances in reading order, and what cannot be read. */
export const indexFiles: Command = {
  name: 'index',
  summary: 'list the studies, series and instances in files and folders',
  usage: '<path…>',
  options: { json: { value: '', help: 'everything that is known, as JSON' } },
  async run(given) {
    const paths = several(given, 'the files or folders to look into').map((path) => resolve(path));
    const opened = await indexPaths(paths);
    given.say(given.options['json'] === true ? toJson(opened).trimEnd() : listing(opened));
  },
};

function listing({ studies, unreadable, files }: Opened): string {
  const lines = studies.flatMap((study) => [
    `Study ${study.studyInstanceUid} ${study.studyDate} ${study.studyDescription}`.trimEnd(),
    ...study.series.map(
      ({ modality, seriesDescription, seriesInstanceUid, instances }) =>
        `  ${modality} ${seriesDescription || seriesInstanceUid}: ${countOf(instances.length, 'instance')}`,
    ),
  ]);
  const reasons = unreadable.map(({ path, reason }) => `Cannot be read: ${path}: ${reason}`);
  return [...lines, ...reasons, `${countOf(files, 'file')} looked at.`].join('\n');
}

const countOf = (count: number, what: string): string => `${count} ${what}${count === 1 ? '' : 's'}`;
