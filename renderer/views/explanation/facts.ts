import type { Explanation, MethodParameter, MethodParameters } from '../../../preload/vocabulary';
import { figure } from '../../viewport/corner-texts';

/** Grid, layers, peak in its unit and time of an explanation, in short; '' where there is no map. */
export function factsOf({ layer, layers, grid, map, unit, milliseconds }: Explanation): string {
  if (layer === '') return '';
  const [rows, columns] = grid;
  const of = layers.length > 0 ? `of ${layers.join(' + ')}` : 'of the input';
  const peak = figure(Number(map.peak.toPrecision(3)), 6);
  const time = Math.round(milliseconds.forward + milliseconds.explain);
  return [`${rows}×${columns} grid ${of}`, `peak ${peak} ${unit}`, `${time}\u00a0ms`].join(' · ');
}

/** A value of a parameter in words: an option's name, or the number. */
export function valueText(parameter: MethodParameter, value: number | string): string {
  const option = parameter.kind === 'choice' && parameter.options.find(({ id }) => id === value);
  return option ? option.name : String(value);
}

/** What a number may be, in words; '' for a choice, which cannot be anything else. */
export function boundsText(parameter: MethodParameter): string {
  if (parameter.kind === 'choice') return '';
  const { minimum, maximum, step } = parameter;
  const multiple = step === 1 ? ', a whole number' : step > 0 ? `, a multiple of ${step}` : '';
  return `${minimum} to ${maximum}${multiple}`;
}

const named = (parameter: MethodParameter, value: number | string): string =>
  `${parameter.name}${parameter.kind === 'choice' ? ':' : ''} ${valueText(parameter, value)}`;

/** Parameters with their values, in the method's order; '' where there are none. */
export const parametersText = (parameters: readonly MethodParameter[], values: MethodParameters): string =>
  parameters
    .filter(({ id }) => id in values)
    .map((parameter) => named(parameter, values[parameter.id]!))
    .join(' · ');
