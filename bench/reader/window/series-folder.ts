import { mkdtemp, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { writeDicom } from '../../../main/dicom/testing/write';
import { ctElements } from '../ct';

/** Writes a CT series of single-frame files, 512 × 512, signed 16 bits, into a folder of its own. */
export async function seriesFolder(slices: number): Promise<string> {
  const folder = await mkdtemp(join(tmpdir(), 'sightline-bench-series-'));
  for (let slice = 0; slice < slices; slice++) {
    const name = `${String(slice + 1).padStart(5, '0')}.dcm`;
    await writeFile(join(folder, name), writeDicom(ctElements(slice, 1, 16)));
  }
  return folder;
}
