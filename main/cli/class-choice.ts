import type { LoadedModel } from '../../preload/vocabulary';
import { PersonError } from '../process/errors';

/** The class that a person names by its label (in any case), its index from 0, or as 'top'. */
export function chooseClass({ name, classes }: LoadedModel, wish: string): number | 'top' {
  const plain = wish.trim().toLowerCase();
  const named = classes.findIndex((label) => label.toLowerCase() === plain);
  if (named >= 0) return named;
  if (plain === 'top') return 'top';
  if (/^\d+$/.test(plain) && Number(plain) < classes.length) return Number(plain);
  const list = classes.map((label, index) => `${index} "${label}"`).join(', ');
  throw new PersonError(`The model ${name} has no class "${wish}"; it has ${list}, or say top.`);
}
