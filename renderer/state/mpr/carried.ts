import type { Explanation } from '../../../preload/vocabulary';
import { type Place, placeKey } from '../frames';

/** The explanations of a series that may be shown as one: of one model and one question. */
export interface Carried {
  /** By the key of the frame. */
  readonly of: ReadonlyMap<string, Explanation>;
  /** What they are, in words. */
  readonly name: string;
  /** Unit of their values. */
  readonly unit: string;
}

/** Whether two maps answer the same question, and so may be shown on one scale. */
const isAlike = (a: Explanation, b: Explanation): boolean =>
  a.classIndex === b.classIndex &&
  a.against === b.against &&
  a.method === b.method &&
  a.layer === b.layer &&
  JSON.stringify(a.parameters) === JSON.stringify(b.parameters);

/** The explanations of the places of a series that are like the newest of them; null where there is none. */
export function carriedBy(
  byFrame: Readonly<Record<string, Explanation>>,
  modelId: string,
  places: readonly Place[],
): Carried | null {
  const keys = new Set(places.map(placeKey));
  const own = Object.entries(byFrame).filter(([key, one]) => keys.has(key) && one.modelId === modelId);
  const newest = own.at(-1)?.[1];
  if (!newest) return null;
  const alike = own.filter(([, one]) => isAlike(one, newest));
  const slices = `${alike.length} of ${places.length} slices`;
  return { of: new Map(alike), name: `Heat maps of ${slices} · ${newest.classLabel}`, unit: newest.unit };
}
