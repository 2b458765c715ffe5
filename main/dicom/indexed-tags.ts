import { tags } from './tags';

/** Sequences that a list of files needs; the others can be long, and are for whoever reads the pixels or the object. */
const sequences: readonly string[] = [
  tags.DirectoryRecordSequence,
  tags.ConceptNameCodeSequence,
  tags.SharedFunctionalGroupsSequence,
  tags.PerFrameFunctionalGroupsSequence,
];

/** Keys of the elements that files are listed by, by tag: whatever has a name here, but for most sequences. */
export const indexedTags: ReadonlyMap<number, string> = new Map(
  Object.entries(tags)
    .filter(([keyword, key]) => !keyword.endsWith('Sequence') || sequences.includes(key))
    .map(([, key]) => [Number.parseInt(key.slice(1), 16), key]),
);
