import { PersonError } from '../process/errors';
import type { Given } from './command';

/** The one positional argument; throws where there is none or more than one. */
export function only({ positionals }: Given, what: string): string {
  const [first, ...more] = positionals;
  if (first === undefined) throw new PersonError(`Name ${what}.`);
  if (more.length > 0) throw new PersonError(`Name ${what} alone; "${more[0]}" is one too many.`);
  return first;
}

/** One positional argument at least. */
export function several({ positionals }: Given, what: string): readonly string[] {
  if (positionals.length === 0) throw new PersonError(`Name ${what}.`);
  return positionals;
}

/** An option's text, or a stand-in where it was not given. */
export function text({ options }: Given, name: string, otherwise: string): string {
  const value = options[name];
  return typeof value === 'string' ? value : otherwise;
}

/** An option that must be given. */
export function required(given: Given, name: string, what: string): string {
  const value = text(given, name, '');
  if (value === '') throw new PersonError(`Say with --${name} ${what}.`);
  return value;
}

/** A whole number of 1 or more. */
export function counting(given: Given, name: string, otherwise: number): number {
  const value = text(given, name, String(otherwise));
  if (!/^[1-9]\d*$/.test(value))
    throw new PersonError(`--${name} takes a whole number from 1, not "${value}".`);
  return Number(value);
}

/** A number of 0 to 1. */
export function fraction(given: Given, name: string, otherwise: number): number {
  const value = text(given, name, String(otherwise));
  const number = value.trim() === '' ? NaN : Number(value);
  if (!(number >= 0 && number <= 1))
    throw new PersonError(`--${name} takes a number from 0 to 1, not "${value}".`);
  return number;
}
