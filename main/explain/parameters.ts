import type { MethodParameter, MethodParameters, MethodSummary } from '../../preload/vocabulary';
import { PersonError } from '../process/errors';

const defaultsOf = (parameters: readonly MethodParameter[]): Record<string, number | string> =>
  Object.fromEntries(parameters.map((parameter) => [parameter.id, parameter.default]));

function fault(parameter: MethodParameter, value: number | string): string {
  if (parameter.kind === 'choice') {
    const ids = parameter.options.map(({ id }) => id);
    return ids.includes(String(value)) ? '' : `one of ${ids.join(', ')}`;
  }
  const { minimum, maximum, step } = parameter;
  if (typeof value !== 'number' || !(value >= minimum && value <= maximum)) return `${minimum} to ${maximum}`;
  const multiples = step > 0 ? value / step : 0;
  return Math.abs(multiples - Math.round(multiples)) < 1e-6 ? '' : `a multiple of ${step}`;
}

/** All parameters of a method: those given, else its defaults. Throws PersonError on one it lacks or cannot take. */
export function parametersOf({ name, parameters }: MethodSummary, given: MethodParameters): MethodParameters {
  for (const [id, value] of Object.entries(given)) {
    const parameter = parameters.find((known) => known.id === id);
    if (!parameter) {
      const ids = parameters.map((known) => known.id).join(', ') || 'none';
      throw new PersonError(`${name} has no parameter "${id}"; it has ${ids}.`);
    }
    const wanted = fault(parameter, value);
    if (wanted) throw new PersonError(`${name} takes ${wanted} for ${id}, not ${value}.`);
  }
  return { ...defaultsOf(parameters), ...given };
}
