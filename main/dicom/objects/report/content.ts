import type { DataSet } from 'dicom-parser';
import { tags } from '../../tags';
import { code } from '../../values';
import { codedAs, itemsOf, meaningOf } from '../codes';

/** One item of the content tree of a report (PS3.3 C.17.3). */
export interface ContentItem {
  readonly item: DataSet;
  /** ValueType; '' where the item stands for another one. */
  readonly valueType: string;
  /** Concept name as scheme and value, and in words. */
  readonly concept: string;
  readonly meaning: string;
  readonly children: readonly ContentItem[];
  /** Numbers from 1 that lead from the root to the item it stands for; [] where it stands for itself. */
  readonly refersTo: readonly number[];
}

/** The content tree of a report; the header has refused what nests too deep. */
export function contentOf(dataSet: DataSet): ContentItem {
  return contentItem(dataSet, dataSet);
}

function contentItem(item: DataSet, root: DataSet): ContentItem {
  return {
    item,
    valueType: code(item, tags.ValueType),
    concept: codedAs(item, tags.ConceptNameCodeSequence),
    meaning: meaningOf(item, tags.ConceptNameCodeSequence, root),
    children: itemsOf(item, tags.ContentSequence).map((child) => contentItem(child, root)),
    refersTo: longs(item),
  };
}

function longs(item: DataSet): number[] {
  const tag = tags.ReferencedContentItemIdentifier;
  const count = (item.elements[tag]?.length ?? 0) >> 2;
  return Array.from({ length: count }, (_, index) => item.uint32(tag, index) ?? 0);
}

/** The item itself, or the one it stands for; null where that is not there. */
export function resolved(found: ContentItem, root: ContentItem): ContentItem | null {
  const [first, ...steps] = found.refersTo;
  if (first === undefined) return found;
  return steps.reduce<ContentItem | null>((at, step) => at?.children[step - 1] ?? null, root);
}
