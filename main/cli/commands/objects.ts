import { resolve } from 'node:path';
import type { ImportedObject } from '../../../preload/vocabulary';
import { indexPaths, readObject } from '../../dicom';
import { PersonError } from '../../process/errors';
import type { Command } from '../command';
import { everyInstance } from '../found';
import { several } from '../given';
import { toJson } from '../write-file';

/** What segmentations, structure sets, reports and parametric maps hold, on the frames of the images beside them. */
export const objects: Command = {
  name: 'objects',
  summary: 'read segmentations, structure sets, reports and parametric maps as regions and maps, as JSON',
  usage: '<path…>',
  options: {},
  async run(given) {
    const paths = several(given, 'files or folders with objects and their images').map((path) =>
      resolve(path),
    );
    const opened = await indexPaths(paths);
    const found = opened.studies.flatMap((study) => study.objects);
    if (found.length === 0)
      throw new PersonError(
        'No segmentation, structure set, report or parametric map is there; name files or folders that hold one.',
      );
    const names = new Set(found.map(({ sopInstanceUid }) => sopInstanceUid));
    const images = everyInstance(opened).flatMap(({ instance }) =>
      names.has(instance.sopInstanceUid) ? [] : [instance],
    );
    const read: unknown[] = [];
    for (const { path } of found)
      read.push(inShort(await readObject(path, images, new AbortController().signal)));
    given.say(toJson(read).trimEnd());
  },
};

/** Everything but the values of the maps. */
function inShort({ maps, ...object }: ImportedObject): unknown {
  const short = maps.map(({ map: { rows, columns, peak }, ...rest }) => ({ ...rest, rows, columns, peak }));
  return { ...object, maps: short };
}
