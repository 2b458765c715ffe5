import type { DataSet } from 'dicom-parser';
import { decodeText } from '../text';
import type { Tag } from '../tags';
import { tags } from '../tags';
import { bytesOf, code, codes, firstItem } from '../values';

/** Items of a sequence; none where it is absent. */
export function itemsOf(dataSet: DataSet, tag: Tag): DataSet[] {
  return (dataSet.elements[tag]?.items ?? []).flatMap((item) => item.dataSet ?? []);
}

/** Text of an item, which is written in the character set of the data set around it unless it names its own. */
export function textIn(item: DataSet, tag: Tag, root: DataSet): string {
  const own = codes(item, tags.SpecificCharacterSet);
  const sets = own.length > 0 ? own : codes(root, tags.SpecificCharacterSet);
  return decodeText(bytesOf(item, tag), sets).trim();
}

/** What the first code of a sequence means, in words; '' where there is none (PS3.3 8.8). */
export function meaningOf(item: DataSet, tag: Tag, root: DataSet): string {
  const found = firstItem(item, tag);
  return found ? textIn(found, tags.CodeMeaning, root) : '';
}

/** Scheme and value of the first code of a sequence, as 'DCM 125007'; '' where there is none. */
export function codedAs(item: DataSet, tag: Tag): string {
  const found = firstItem(item, tag);
  return found ? `${code(found, tags.CodingSchemeDesignator)} ${code(found, tags.CodeValue)}` : '';
}
