import type { Explanation } from '../../../preload/vocabulary';
import { methods } from '../index';
import type { Compared } from './agreement';

/** All that can set two explanations of a slice apart, in words. */
const partsOf = ({ method, layer, classLabel, parameters }: Explanation): readonly string[] => [
  methods.find(({ id }) => id === method)?.name ?? method,
  layer,
  classLabel,
  Object.entries(parameters)
    .map(([id, value]) => `${id} ${value}`)
    .join(', '),
];

/** Explanations, each called by its method and by that in which it differs from the others: layer, class, parameters. */
export function named(explanations: readonly Explanation[]): readonly Compared[] {
  const parts = explanations.map(partsOf);
  const first = parts[0];
  const methodsDiffer = parts.some(([method]) => method !== first?.[0]);
  const differs = (at: number) => parts.some((list) => list[at] !== first?.[at]);
  // Every method has its own parameters: they set apart only maps of one method.
  const shown = [0, 1, 2, ...(methodsDiffer ? [] : [3])].filter((at) => at === 0 || differs(at));
  return explanations.map((explanation, i) => ({
    ...explanation,
    name: shown.map((at) => parts[i]![at]!).join(' · '),
  }));
}
