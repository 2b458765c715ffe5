import type { LoadedModel } from '../../preload/vocabulary';
import { PersonError } from '../process/errors';

/** Classes with their indices; of many the first ones, as a sentence holds. */
function listOf(classes: readonly string[]): string {
  const named = classes.slice(0, 12).map((label, index) => `${index} "${label}"`);
  const rest = classes.length > named.length ? ` … ${classes.length - 1}` : '';
  return named.join(', ') + rest;
}

/** The class that a person names by its label (in any case), its index from 0, or as 'top'. */
export function chooseClass({ name, classes }: LoadedModel, wish: string): number | 'top' {
  const plain = wish.trim().toLowerCase();
  const named = classes.findIndex((label) => label.toLowerCase() === plain);
  if (named >= 0) return named;
  if (plain === 'top') return 'top';
  if (/^\d+$/.test(plain) && Number(plain) < classes.length) return Number(plain);
  throw new PersonError(`The model ${name} has no class "${wish}"; it has ${listOf(classes)}, or say top.`);
}
