import type { DataSet } from 'dicom-parser';
import { tags } from '../../tags';
import { meaningOf, textIn } from '../codes';
import type { ContentItem } from './content';

/** What a region is called, as TID 1410 and 1411 name it: its tracking identifier, finding and finding site. */
const names: readonly (readonly string[])[] = [
  ['DCM 112039'],
  ['DCM 121071'],
  ['SCT 363698007', 'SRT G-C0E3', '99SDM G-C0E3'],
];

/** The name that a group gives its regions, or the one from around it where it gives none. */
export function groupName({ children }: ContentItem, around: string, root: DataSet): string {
  const found = names.map((concepts) => {
    const child = children.find(({ concept }) => concepts.includes(concept));
    return child ? valueOf(child, root) : '';
  });
  return found.filter(Boolean).join(', ') || around;
}

function valueOf({ item, valueType }: ContentItem, root: DataSet): string {
  return valueType === 'CODE'
    ? meaningOf(item, tags.ConceptCodeSequence, root)
    : textIn(item, tags.TextValue, root);
}
