import type { MethodParameter } from '../../preload/vocabulary';
import { blur } from './blur';
import type { Probe } from './probe';

/** The input of a question and what values it can have. */
type Input = Pick<Probe, 'input' | 'inputShape' | 'range'>;

/** An image that stands for "nothing to see here", of the input's shape and in its units. */
interface Baseline {
  readonly id: string;
  readonly name: string;
  of(input: Input): Float32Array;
}

/** One value a channel. */
const flat = ({ input, inputShape }: Input, value: (channel: number) => number): Float32Array => {
  const values = Array.from({ length: inputShape[2] }, (_, channel) => value(channel));
  return input.map((_, i) => values[i % values.length]!);
};

function meanOf({ input, inputShape: [rows, columns, channels] }: Input, channel: number): number {
  let sum = 0;
  for (let i = channel; i < input.length; i += channels) sum += input[i]!;
  return sum / (rows * columns);
}

/** Standard deviation of the blur as a share of the shorter side: of a finding only its mean grey is left. */
const blurShare = 1 / 16;

const baselines: readonly Baseline[] = [
  { id: 'black', name: 'Black', of: (input) => flat(input, (c) => input.range[c]!.minimum) },
  {
    id: 'middle',
    name: 'Middle grey',
    of: (input) => flat(input, (c) => (input.range[c]!.minimum + input.range[c]!.maximum) / 2),
  },
  { id: 'mean', name: 'Mean of the image', of: (input) => flat(input, (c) => meanOf(input, c)) },
  {
    id: 'blurred',
    name: 'The image, blurred',
    of: ({ input, inputShape }) =>
      blur(input, inputShape, Math.min(inputShape[0], inputShape[1]) * blurShare),
  },
];

/** The choice of a baseline as a parameter; what it is used for differs from method to method. */
export const baselineParameter = (
  like: { readonly id: string; readonly name: string; readonly help: string; readonly default: string },
  more: readonly { readonly id: string; readonly name: string }[] = [],
): MethodParameter => ({
  kind: 'choice',
  ...like,
  options: [...more, ...baselines.map(({ id, name }) => ({ id, name }))],
});

/**
 * x' by its id: black is the smallest value that preparation can give, which is 0 only where the card does not
 * normalise. Throws on an id that is not in the list.
 */
export function baselineOf(input: Input, id: number | string | undefined): Float32Array {
  const baseline = baselines.find((known) => known.id === id);
  if (!baseline) throw new Error(`There is no baseline "${id}".`);
  return baseline.of(input);
}
