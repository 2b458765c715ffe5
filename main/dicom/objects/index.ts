import type { ImportedObject, Instance } from '../../../preload/vocabulary';
import { FileFault, naming } from '../faults';
import type { Header } from '../header';
import { readHeader } from '../header';
import { withFile } from '../source';
import { imagesOf } from './images';
import { withinLimits } from './limited';
import type { ObjectReader } from './object-reader';
import { parametricMap } from './parametric-map/index';
import { report } from './report/index';
import { segmentation } from './segmentation/index';
import { structureSet } from './structure-set/index';
import { studyObjectOf } from './study-object';

/** Readers of objects; one kind a file. */
const readers: readonly ObjectReader[] = [segmentation, structureSet, report, parametricMap];

/**
 * Reads a segmentation, structure set, report or parametric map as regions and maps on the frames it refers to.
 * @param instances the images that are open; what lies on none of them is told in leftOut
 * @throws PersonError with one sentence that names the file, where it cannot be read
 */
export function readObject(
  path: string,
  instances: readonly Instance[],
  signal: AbortSignal,
): Promise<ImportedObject> {
  return naming(path, () =>
    withFile(path, async (source) => objectOf(await readHeader(source), path, instances, signal)),
  );
}

async function objectOf(
  header: Header,
  path: string,
  instances: readonly Instance[],
  signal: AbortSignal,
): Promise<ImportedObject> {
  const object = studyObjectOf(header.dataSet, path);
  const reader = readers.find(({ kind }) => kind === object?.kind);
  if (!object || !reader)
    throw new FileFault(
      'holds no regions or maps; segmentations, structure sets, reports and parametric maps do.',
    );
  const images = imagesOf(instances);
  const findings = await reader.read({ object, header, images, signal });
  return { object, ...withinLimits(findings, images) };
}
