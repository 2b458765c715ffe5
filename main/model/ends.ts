import { PersonError } from '../process/errors';
import type { ModelCard } from './card';
import type { CheckedFolder } from './folder';
import type { Tensor, Tf } from './tensorflow';

/** A model's input as its format tells of it. Sizes that are free are null, undefined or −1. */
export interface InputEnd {
  /** All names by which the card may call it; the first is the one shown. */
  readonly names: readonly string[];
  readonly shape: readonly (number | null | undefined)[];
  readonly dtype: string;
}

interface Choice {
  readonly kind: 'input' | 'output';
  readonly field: 'inputName' | 'outputName';
  readonly purpose: string;
}

const theInput: Choice = { kind: 'input', field: 'inputName', purpose: 'takes the image' };
const theOutput: Choice = { kind: 'output', field: 'outputName', purpose: 'is explained' };

const listed = (ends: readonly (readonly string[])[]): string => ends.map(([name]) => name).join(', ');

function choose(
  { folder, card }: CheckedFolder,
  { kind, field, purpose }: Choice,
  ends: readonly (readonly string[])[],
): number {
  const asked = card[field];
  if (asked === undefined && ends.length === 1) return 0;
  if (asked === undefined)
    throw new PersonError(
      `The model in ${folder} has ${ends.length} ${kind}s (${listed(ends)}), and its card does not say which ${purpose}; name it as ${field} in card.json.`,
    );
  const found = ends.findIndex((names) => names.includes(asked));
  if (found >= 0) return found;
  throw new PersonError(
    `The card of ${folder} names the ${kind} "${asked}", the model has ${listed(ends)}; correct ${field} in card.json.`,
  );
}

/**
 * Index of the input that takes the image: the card's, or the only one.
 * Throws PersonError, with the names, where there are several and the card names none, or one that is not there.
 */
export const imageInput = (folder: CheckedFolder, ends: readonly (readonly string[])[]): number =>
  choose(folder, theInput, ends);

/** Index of the output that is explained, by the same rule. */
export const explainedOutput = (folder: CheckedFolder, ends: readonly (readonly string[])[]): number =>
  choose(folder, theOutput, ends);

type OtherInput = ModelCard['otherInputs'][number];

function constantOf({ folder, card }: CheckedFolder, { names }: InputEnd): OtherInput {
  const given = card.otherInputs.find(({ name }) => names.includes(name));
  if (given) return given;
  throw new PersonError(
    `The model in ${folder} also needs its input ${names[0]}, of which its card says nothing; add it to otherInputs in card.json.`,
  );
}

function checkShape({ folder }: CheckedFolder, { name, shape }: OtherInput, end: InputEnd): void {
  const fits =
    shape.length === end.shape.length &&
    end.shape.every((size, axis) => (size ?? -1) < 0 || size === shape[axis]);
  if (fits) return;
  const wanted = end.shape.map((size) => ((size ?? -1) < 0 ? 'any' : size)).join(' × ');
  throw new PersonError(
    `The card of ${folder} gives its input ${name} the shape ${shape.join(' × ')}, the model wants ${wanted}; correct otherInputs in card.json.`,
  );
}

/**
 * The constants that a card gives to the inputs beside the image, in the order of the inputs; the caller frees them.
 * Throws PersonError where one is missing, does not fit, or is given to no input.
 */
export function constantsFor(tf: Tf, folder: CheckedFolder, others: readonly InputEnd[]): Tensor[] {
  const lost = folder.card.otherInputs.find(({ name }) => !others.some(({ names }) => names.includes(name)));
  if (lost)
    throw new PersonError(
      `The card of ${folder.folder} gives values to the input "${lost.name}", which the explained output does not use; correct otherInputs in card.json.`,
    );
  const given = others.map((end) => {
    const constant = constantOf(folder, end);
    checkShape(folder, constant, end);
    return { ...constant, dtype: end.dtype as 'float32' | 'int32' | 'bool' };
  });
  return given.map(({ shape, value, values, dtype }) =>
    values ? tf.tensor(values, shape, dtype) : tf.fill(shape, value ?? 0, dtype),
  );
}
