import type { ImportedObject, Instance } from '../../../../preload/vocabulary';
import type { Elements } from '../../testing/write';
import { writeDicom } from '../../testing/write';
import { readObject } from '../index';

/** Writes an object into a test's folder and reads it. */
export function readWritten(
  folder: { write(name: string, bytes: Buffer): string },
  elements: Elements,
  instances: readonly Instance[],
  syntax?: string,
): Promise<ImportedObject> {
  const path = folder.write('object.dcm', writeDicom(elements, syntax));
  return readObject(path, instances, new AbortController().signal);
}
