import { resolve } from 'node:path';
import { readSlice } from '../../dicom';
import type { Command } from '../command';
import { counting, only, required } from '../given';
import { encodeNpy } from '../npy/write';
import { writeOutput } from '../write-file';

/** One frame's modality values as float32 rows × columns, or its colour as uint8 rows × columns × 3. */
export const decode: Command = {
  name: 'decode',
  summary: 'write the pixel values of one frame as a .npy file',
  usage: '<file>',
  options: {
    frame: { value: 'N', help: 'the frame, from 1 (1 by default)' },
    out: { value: 'FILE.npy', help: 'where to write' },
  },
  async run(given) {
    const file = resolve(only(given, 'the file to decode'));
    const out = resolve(required(given, 'out', 'which .npy file to write'));
    const { rows, columns, samples, pixels } = await readSlice(file, counting(given, 'frame', 1));
    const shape = samples === 1 ? [rows, columns] : [rows, columns, samples];
    await writeOutput(
      out,
      encodeNpy({ shape, values: samples === 1 ? Float32Array.from(pixels) : (pixels as Uint8ClampedArray) }),
    );
  },
};
