import type { TargetLayer } from '../../../preload/vocabulary';

/** The names that a choice stands for, where none stands for the model's own layer. */
export const chosenNames = (choice: readonly string[], own: string): readonly string[] =>
  choice.length > 0 ? choice : [own];

/** One layer as a choice: none where it is the model's own. */
export const only = (name: string, own: string): readonly string[] => (name === own ? [] : [name]);

/**
 * A choice with a layer added, or taken away where it was in it; the last one stays, as something must be looked at.
 * The names come in the order of computation, so that the same layers are always the same question.
 */
export function toggled(
  choice: readonly string[],
  name: string,
  own: string,
  layers: readonly TargetLayer[],
): readonly string[] {
  const before = chosenNames(choice, own);
  const wanted = before.includes(name) ? before.filter((each) => each !== name) : [...before, name];
  const ordered = layers.map((layer) => layer.name).filter((each) => wanted.includes(each));
  if (ordered.length === 0) return choice;
  return ordered.length === 1 ? only(ordered[0]!, own) : ordered;
}
