import type { Superpixels } from './connected';
import type { Probe } from './probe';
import { slic } from './slic';

/** About so many superpixels of a prepared input, by its values scaled to 0..1 a channel. */
export function superpixelsOf(
  { input, inputShape, range }: Pick<Probe, 'input' | 'inputShape' | 'range'>,
  segments: number,
): Superpixels {
  const values = input.map((value, i) => {
    const { minimum, maximum } = range[i % range.length]!;
    return (value - minimum) / (maximum - minimum);
  });
  return slic({ values, shape: inputShape }, segments);
}

/** The image (pixels × channels) with each superpixel in its mean colour. */
export function flattened(image: Float32Array, { labels, count }: Superpixels): Float32Array {
  const channels = image.length / labels.length;
  const [sums, sizes] = [new Float64Array(count * channels), new Float64Array(count)];
  labels.forEach((k, at) => {
    sizes[k]!++;
    for (let c = 0; c < channels; c++) sums[k * channels + c]! += image[at * channels + c]!;
  });
  return image.map((_, i) => {
    const k = labels[Math.floor(i / channels)]!;
    return sums[k * channels + (i % channels)]! / sizes[k]!;
  });
}
