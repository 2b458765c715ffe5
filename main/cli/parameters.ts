import type { MethodParameters, MethodSummary } from '../../preload/vocabulary';
import { parametersOf } from '../explain/parameters';
import { PersonError } from '../process/errors';

/** One "id=value" as a pair; the value is a number where the method's parameter is one. */
function pairOf({ parameters }: MethodSummary, part: string): readonly [string, number | string] {
  const at = part.indexOf('=');
  if (at < 1) throw new PersonError(`--parameters takes id=value,id=value, not "${part}".`);
  const [id, value] = [part.slice(0, at).trim(), part.slice(at + 1).trim()];
  const kind = parameters.find((parameter) => parameter.id === id)?.kind;
  return [id, kind === 'number' && value !== '' && Number.isFinite(Number(value)) ? Number(value) : value];
}

/**
 * The parameters that "id=value,id=value" gives for a method; none for an empty text. Throws PersonError where the
 * text is no such list, where the method has no such parameter and where it cannot take the value.
 */
export function parseParameters(method: MethodSummary, list: string): MethodParameters {
  if (list.trim() === '') return {};
  const given = Object.fromEntries(list.split(',').map((part) => pairOf(method, part)));
  parametersOf(method, given);
  return given;
}
