import type { Probe } from './probe';

/** Weights of red, green and blue in the luma of Rec. ITU-R BT.601, as DICOM's YBR_FULL has it (PS3.3 C.7.6.3.1.2). */
const luma = [0.299, 0.587, 0.114];

/** Luminance of a prepared input, the card's normalisation undone: rows × columns, 0 (black) to 1 (white). */
export function greyOf({
  input,
  inputShape,
  range,
}: Pick<Probe, 'input' | 'inputShape' | 'range'>): Float32Array {
  const [rows, columns, channels] = inputShape;
  const weights = channels === 3 ? luma : Array.from({ length: channels }, () => 1 / channels);
  const scales = weights.map((weight, c) => weight / (range[c]!.maximum - range[c]!.minimum));
  const grey = new Float32Array(rows * columns);
  for (let pixel = 0, i = 0; pixel < grey.length; pixel++) {
    let sum = 0;
    for (let c = 0; c < channels; c++, i++) sum += scales[c]! * (input[i]! - range[c]!.minimum);
    grey[pixel] = sum;
  }
  return grey;
}
