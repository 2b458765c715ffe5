import { PersonError } from '../process/errors';
import type { CheckedFolder } from './folder';

/**
 * The shape that a network wants its input in, free dimensions taken from the card. A network that wants the same
 * number of values in another shape (an MLP over flat pixels) gets them so. Throws PersonError where it does not fit.
 */
export function inputShapeFor(
  { folder, card }: CheckedFolder,
  wanted: readonly (number | null | undefined)[],
): number[] {
  const { rows, columns, channels } = card.input;
  const own = [1, rows, columns, channels];
  const free = (size: number | null | undefined): boolean => size === null || size === undefined || size < 0;
  const shape = wanted.map((size, axis) => {
    if (axis === 0 && free(size)) return 1;
    return free(size) && wanted.length === own.length ? own[axis]! : (size ?? -1);
  });
  const fits =
    wanted.length === own.length
      ? shape.every((size, axis) => size === own[axis])
      : shape.reduce((a, b) => a * b, 1) === rows * columns * channels;
  if (fits) return shape;
  throw new PersonError(
    `The card of ${folder} says an input of ${rows} × ${columns} × ${channels}, the model wants ` +
      `${wanted
        .slice(1)
        .map((size) => (free(size) ? 'any' : size))
        .join(' × ')}; correct input in card.json.`,
  );
}
