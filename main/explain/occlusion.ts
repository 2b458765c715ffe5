import { baselineOf, baselineParameter } from './baseline';
import type { Method } from './method';
import type { Fill, Shape } from './probe';

/** A square of pixels: its upper left corner and its side. */
interface Patch {
  readonly top: number;
  readonly left: number;
  readonly side: number;
}

/** Corners along one axis, a stride apart; the last patch ends at the border, so that no pixel is left out. */
function corners(length: number, patch: number, stride: number): number[] {
  const last = length - patch;
  return Array.from({ length: Math.ceil(last / stride) + 1 }, (_, index) => Math.min(index * stride, last));
}

/** So many per cent of the shorter side, in whole pixels, at least 1. */
const pixelsOf = ([rows, columns]: Shape, percent: number): number =>
  Math.max(1, Math.round((percent / 100) * Math.min(rows, columns)));

/** All places of the patch, row by row. A stride longer than the patch would leave gaps and counts as the patch. */
export function patchesOf(shape: Shape, patchPercent: number, stridePercent: number): Patch[] {
  const side = pixelsOf(shape, patchPercent);
  const stride = Math.min(side, pixelsOf(shape, stridePercent));
  return corners(shape[0], side, stride).flatMap((top) =>
    corners(shape[1], side, stride).map((left) => ({ top, left, side })),
  );
}

/**
 * x itself first, then x with what stands in for it under each patch. y(x) comes from the same run as the others so
 * that what rounding adds to all of them cancels.
 */
const covered =
  (x: Float32Array, standIn: Float32Array, [, columns, channels]: Shape, patches: readonly Patch[]): Fill =>
  (index, into) => {
    into.set(x);
    if (index === 0) return;
    const { top, left, side } = patches[index - 1]!;
    for (let row = top; row < top + side; row++) {
      const from = (row * columns + left) * channels;
      into.set(standIn.subarray(from, from + side * channels), from);
    }
  };

/** At each pixel the mean of the values of the patches that lay on it. */
function meanOfOverlaps(
  values: Float64Array,
  patches: readonly Patch[],
  [rows, columns]: Shape,
): Float32Array {
  const [sum, count] = [new Float64Array(rows * columns), new Uint32Array(rows * columns)];
  patches.forEach(({ top, left, side }, index) => {
    for (let row = top; row < top + side; row++)
      for (let at = row * columns + left, end = at + side; at < end; at++) {
        sum[at]! += values[index]!;
        count[at]!++;
      }
  });
  return Float32Array.from(sum, (value, at) => value / count[at]!);
}

/**
 * The drop y(x) − y(x with the patch covered), the mean over the patches on each pixel: signed, in logits. The paper
 * (Section 4.2) shows the covered score itself, at each place of a grey square.
 */
export const occlusion: Method = {
  id: 'occlusion',
  name: 'Occlusion',
  family: 'perturbation',
  needs: 'scores',
  passes: 'many',
  place: 'input',
  unit: 'logit',
  answers: 'How far this class’s score falls when a part of the image is covered.',
  costs:
    'One pass forward per place of the patch: 225 on a square image as it is set, and one more; no gradient.',
  misleads:
    'It depends on the size of the patch and on what fills it: a patch smaller than the finding leaves it to be seen, one that is unlike tissue is itself something to see, and findings that stand in for each other both seem not to matter.',
  reference:
    'Zeiler and Fergus, Visualizing and Understanding Convolutional Networks, ECCV 2014, arXiv:1311.2901',
  parameters: [
    {
      id: 'patch',
      name: 'Patch',
      help: 'Side of the square that covers, in per cent of the shorter side of the model’s input.',
      kind: 'number',
      default: 12.5,
      minimum: 1,
      maximum: 100,
      step: 0,
    },
    {
      id: 'stride',
      name: 'Stride',
      help: 'How far the square moves each time, in per cent of the shorter side of the model’s input; not more than the patch.',
      kind: 'number',
      default: 6.25,
      minimum: 1,
      maximum: 100,
      step: 0,
    },
    baselineParameter({ id: 'fill', name: 'Fill', help: 'What the square shows instead.', default: 'mean' }),
  ],
  async map(probe) {
    const { input, inputShape, parameters } = probe;
    const patches = patchesOf(inputShape, Number(parameters.patch), Number(parameters.stride));
    const standIn = baselineOf(probe, parameters.fill);
    const fill = covered(input, standIn, inputShape, patches);
    const { logits } = await probe.scores(1 + patches.length, fill);
    const drops = logits.subarray(1).map((logit) => logits[0]! - logit);
    return meanOfOverlaps(drops, patches, inputShape);
  },
};
