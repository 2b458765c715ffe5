import type { ImportedMap, Region, StudyObject, StudyObjectKind } from '../../../preload/vocabulary';
import type { Header } from '../header';
import type { Images } from './images';

/** A region before anybody gave it an id. */
export type ObjectRegion = Omit<Region, 'id'>;

/** What an object holds, and in whole sentences what of it is not shown. */
export interface Findings {
  readonly regions: readonly ObjectRegion[];
  readonly maps: readonly ImportedMap[];
  readonly leftOut: readonly string[];
}

/** An object that is being read, and the images that it may refer to. */
export interface Reading {
  readonly object: StudyObject;
  readonly header: Header;
  readonly images: Images;
  readonly signal: AbortSignal;
}

/** Reads one kind of object. */
export interface ObjectReader {
  readonly kind: StudyObjectKind;
  /** @throws FileFault where it cannot be read at all */
  read(reading: Reading): Promise<Findings> | Findings;
}

/** Where a region comes from: exact, so that it can be found again and is never added twice. */
export function originOf({ kind, sopInstanceUid }: StudyObject, name: string): string {
  return `${kind} "${name.slice(0, 200)}" of ${sopInstanceUid}`;
}
