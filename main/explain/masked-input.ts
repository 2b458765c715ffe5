import { bilinear } from './bilinear';
import type { Activation, Fill, Probe } from './probe';

/** One channel of an activation as a map of its grid. */
function takeChannel({ activation, shape }: Activation, k: number, into: Float32Array): void {
  for (let cell = 0, i = k; cell < into.length; cell++, i += shape[2]) into[cell] = activation[i]!;
}

/** Shifts and scales a map to 0..1; a map of one value becomes 0. */
function toUnitRange(map: Float32Array): void {
  let [low, high] = [Infinity, -Infinity];
  for (let i = 0; i < map.length; i++) {
    const value = map[i]!;
    if (value < low) low = value;
    if (value > high) high = value;
  }
  const scale = high > low ? 1 / (high - low) : 0;
  for (let i = 0; i < map.length; i++) map[i] = (map[i]! - low) * scale;
}

/** x ⊙ mask, the mask the same for all channels of x. */
function multiply(x: Float32Array, mask: Float32Array, into: Float32Array): void {
  const channels = x.length / mask.length;
  for (let pixel = 0, i = 0; pixel < mask.length; pixel++)
    for (let c = 0; c < channels; c++, i++) into[i] = x[i]! * mask[pixel]!;
}

/**
 * x ⊙ H_k, H_k = s(Up(A_k)) for the index-th of the given channels: up to the input's pixels, bilinear with half-pixel
 * centres, then min-max to 0..1 (Score-CAM's channel-wise increase of confidence). x is the prepared
 * input, as in the authors' code, so what is masked away is 0 after the card's normalisation, not black.
 * pytorch-grad-cam aligns the corners when it upsamples, which shifts the mask outwards by up to half a cell; torchcam
 * takes the min-max before it upsamples.
 */
export function maskedBy(
  { input, inputShape }: Pick<Probe, 'input' | 'inputShape'>,
  layer: Activation,
  channels: readonly number[],
): Fill {
  const [rows, columns] = layer.shape;
  const upsample = bilinear([rows, columns], [inputShape[0], inputShape[1]]);
  const map = new Float32Array(rows * columns);
  const mask = new Float32Array(inputShape[0] * inputShape[1]);
  return (index, into) => {
    takeChannel(layer, channels[index]!, map);
    upsample(map, mask);
    toUnitRange(mask);
    multiply(input, mask, into);
  };
}
