import type { DataSet } from 'dicom-parser';
import { itemsOf } from './codes';
import type { Tag } from '../tags';
import { tags } from '../tags';

/** All items of a functional group of a frame (from 1): its own, else the shared ones (PS3.3 C.7.6.16.1.1). */
export function groupItems(dataSet: DataSet, frame: number, group: Tag): DataSet[] {
  const own = dataSet.elements[tags.PerFrameFunctionalGroupsSequence]?.items?.[frame - 1]?.dataSet;
  const items = own ? itemsOf(own, group) : [];
  if (items.length > 0) return items;
  return itemsOf(dataSet, tags.SharedFunctionalGroupsSequence).flatMap((shared) => itemsOf(shared, group));
}
