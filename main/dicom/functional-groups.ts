import type { DataSet } from 'dicom-parser';
import type { Tag } from './tags';
import { tags } from './tags';
import { firstItem } from './values';

/**
 * The data set that holds a frame's attributes of one functional group (PS3.3 C.7.6.16): the frame's own item, else
 * the shared one, else the data set itself, as images that are not enhanced have them.
 * @param frame from 1
 */
export function groupOf(dataSet: DataSet, frame: number, group: Tag): DataSet {
  const own = dataSet.elements[tags.PerFrameFunctionalGroupsSequence]?.items?.[frame - 1]?.dataSet;
  const shared = firstItem(dataSet, tags.SharedFunctionalGroupsSequence);
  return (own && firstItem(own, group)) ?? (shared && firstItem(shared, group)) ?? dataSet;
}
