import { readFile } from 'node:fs/promises';
import type { LoadedModel, Slice } from '../../preload/vocabulary';
import { messageOf, PersonError } from '../process/errors';
import { decodeNpy } from './npy/read';

/** Reads a .npy file that is a model's input: (1,) rows × columns × channels; the last axis may be left out when 1. */
export async function readModelInput(path: string, { name, inputShape }: LoadedModel): Promise<Float32Array> {
  const { shape, values } = decodeNpy(await readBytes(path), path);
  const wanted = inputShape.join(' × ');
  const forms = [[1, ...inputShape], inputShape, ...(inputShape[2] === 1 ? [inputShape.slice(0, 2)] : [])];
  if (forms.some((form) => form.join() === shape.join())) return values;
  throw new PersonError(`${path} is ${shape.join(' × ')}, but the model ${name} takes 1 × ${wanted} (NHWC).`);
}

/** A model input as something to look at: its least value black, its greatest white. */
export function pictureOfInput(
  [rows, columns, channels]: LoadedModel['inputShape'],
  input: Float32Array,
): Slice {
  const grey = channels !== 3;
  const values = grey ? firstChannel(input, channels) : input;
  let [minimum, maximum] = [Infinity, -Infinity];
  for (const value of values) {
    minimum = Math.min(minimum, value);
    maximum = Math.max(maximum, value);
  }
  const scale = 255 / (maximum - minimum || 1);
  const bytes = Uint8ClampedArray.from({ length: rows * columns * 3 }, (_, i) => {
    return (values[grey ? Math.floor(i / 3) : i]! - minimum) * scale;
  });
  return {
    ...{ sopInstanceUid: '', frame: 1, rows, columns, samples: 3, pixels: bytes },
    ...{ inverted: false, unit: '', windows: [], minimum: 0, maximum: 255, photometricInterpretation: 'RGB' },
    ...{ overlays: [], shutter: null },
  };
}

function firstChannel(input: Float32Array, channels: number): Float32Array {
  return Float32Array.from({ length: input.length / channels }, (_, i) => input[i * channels]!);
}

async function readBytes(path: string): Promise<Uint8Array> {
  try {
    return await readFile(path);
  } catch (thrown) {
    throw new PersonError(`${path} cannot be read: ${messageOf(thrown)}.`);
  }
}
