import { resolve } from 'node:path';
import type { Opened } from '../../../preload/contract';
import type { ImportedObject } from '../../../preload/vocabulary';
import { indexPaths, readObject } from '../../dicom';
import { PersonError } from '../../process/errors';
import type { Command } from '../command';
import { everyInstance } from '../found';
import { several, text } from '../given';
import { toJson, writeOutput } from '../write-file';

/** What segmentations, structure sets, reports and parametric maps hold, on the frames of the images beside them. */
export const objects: Command = {
  name: 'objects',
  summary: 'read segmentations, structure sets, reports and parametric maps as regions and maps, as JSON',
  usage: '<path…>',
  options: {
    regions: { value: 'FILE.json', help: 'write all regions, as lesions, for audit and report' },
  },
  async run(given) {
    const paths = several(given, 'files or folders with objects and their images');
    const read = await readAll(await indexPaths(paths.map((path) => resolve(path))));
    const file = text(given, 'regions', '');
    if (file !== '') await writeOutput(resolve(file), toJson(read.flatMap(({ regions }) => regions)));
    given.say(toJson(read.map(inShort)).trimEnd());
  },
};

async function readAll(opened: Opened): Promise<ImportedObject[]> {
  const found = opened.studies.flatMap((study) => study.objects);
  if (found.length === 0)
    throw new PersonError(
      'No segmentation, structure set, report or parametric map is there; name files or folders that hold one.',
    );
  const names = new Set(found.map(({ sopInstanceUid }) => sopInstanceUid));
  const images = everyInstance(opened).flatMap(({ instance }) =>
    names.has(instance.sopInstanceUid) ? [] : [instance],
  );
  const read: ImportedObject[] = [];
  for (const { path } of found) read.push(await readObject(path, images, new AbortController().signal));
  return read;
}

/** Everything but the values of the maps. */
function inShort({ maps, ...object }: ImportedObject): unknown {
  const short = maps.map(({ map: { rows, columns, peak }, ...rest }) => ({ ...rest, rows, columns, peak }));
  return { ...object, maps: short };
}
