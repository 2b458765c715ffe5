import type { CardInput } from './input';

/** Smallest and largest value that preparation gives, for each channel: 0 and 1 after the card's normalisation. */
export function inputRangeOf({
  channels,
  normalise: { mean, std },
}: CardInput): { minimum: number; maximum: number }[] {
  return Array.from({ length: channels }, (_, channel) => {
    const of = (value: number): number => (value - (mean[channel] ?? mean[0]!)) / (std[channel] ?? std[0]!);
    return { minimum: of(0), maximum: of(1) };
  });
}
