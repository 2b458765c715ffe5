import type { Slice } from '../../preload/vocabulary';
import type { CardInput } from './input';
import { type Placement, placementOf } from './placement';
import { clippedShare, unitValues } from './range';
import { resample } from './resample';

/** A model's input and the way back to the slice. */
export interface Prepared {
  /** Float32, batch × rows × columns × channels. */
  readonly input: Float32Array;
  readonly shape: readonly [1, number, number, number];
  readonly placement: Placement;
  /** Plain-words warnings about how the slice fits the model. */
  readonly warnings: readonly string[];
}

/** Luma of Rec. ITU-R BT.601, as DICOM's YBR_FULL has it (PS3.3 C.7.6.3.1.2). */
function luma(rgb: Float32Array): Float32Array {
  const grey = new Float32Array(rgb.length / 3);
  for (let i = 0; i < grey.length; i++)
    grey[i] = 0.299 * rgb[3 * i]! + 0.587 * rgb[3 * i + 1]! + 0.114 * rgb[3 * i + 2]!;
  return grey;
}

/** (value − mean) / std a channel, a single grey channel repeated where the model wants three. */
function normalise(values: Float32Array, samples: number, { channels, normalise }: CardInput): Float32Array {
  const { mean, std } = normalise;
  const pixels = values.length / samples;
  const result = new Float32Array(pixels * channels);
  for (let c = 0; c < channels; c++) {
    const offset = mean[c] ?? mean[0]!;
    const scale = std[c] ?? std[0]!;
    for (let p = 0; p < pixels; p++)
      result[p * channels + c] = (values[p * samples + (c % samples)]! - offset) / scale;
  }
  return result;
}

function warningsFor(slice: Slice, unit: Float32Array, input: CardInput): string[] {
  const warnings: string[] = [];
  const share = clippedShare(unit);
  if (share > 0.99)
    warnings.push(
      `${Math.round(share * 100)} % of the pixel values lie outside the range that the model was made for.`,
    );
  if (slice.samples === 3 && input.range.kind === 'window')
    warnings.push('This picture has no modality values, so its displayed colours stand in for the window.');
  return warnings;
}

/**
 * One slice as a model's input: range → 0..1 (display polarity), colour → luma where the model is grey, resampled
 * with antialiasing, normalised, grey → three channels where the model is in colour. Pure.
 */
export function prepareSlice(slice: Slice, input: CardInput): Prepared {
  const unit = unitValues(slice, input.range);
  const values = slice.samples === 3 && input.channels === 1 ? luma(unit) : unit;
  const samples = slice.samples === 3 && input.channels === 3 ? 3 : 1;
  const placement = placementOf(slice, input, input.resize);
  const raster = { rows: slice.rows, columns: slice.columns, samples };
  return {
    input: normalise(resample(values, raster, input, placement), samples, input),
    shape: [1, input.rows, input.columns, input.channels],
    placement,
    warnings: warningsFor(slice, unit, input),
  };
}
