import type { Bench } from '../bench';
import { decodePart } from './decode';
import { firstImagePart } from './first-image';
import { memoryPart } from './memory';
import { headersPart } from './headers';
import type { ReaderPart } from './part';
import { scrollPart } from './scroll';

/** In the order in which they are measured where none is named. */
const parts: readonly ReaderPart[] = [headersPart, firstImagePart, decodePart, scrollPart, memoryPart];

/** The reader and its viewer, each figure beside a peer's in the same run: all parts, or those named. */
export const readerBench: Bench = {
  name: 'reader',
  what: `headers, pixels, scrolling and memory: all, or PART… of ${parts.map(({ name }) => name).join(', ')}`,
  async run(names) {
    const chosen = names.length === 0 ? parts : parts.filter(({ name }) => names.includes(name));
    const unknown = names.filter((name) => !parts.some((part) => part.name === name));
    if (unknown.length > 0) throw new Error(`There is no part named ${unknown.join(', ')}.`);
    const figures: Record<string, object> = {};
    for (const part of chosen) figures[part.name] = { what: part.what, ...(await part.run()) };
    return figures;
  },
};
