import { join } from 'node:path';
import { expect, it } from 'vitest';
import { structureSetElements } from '../../dicom/objects/testing/structure-set';
import { testFolder } from '../../dicom/testing/folder';
import { imageElements } from '../../dicom/testing/image';
import { writeDicom } from '../../dicom/testing/write';
import { readRegionsFile } from '../../store/regions-file';
import { run } from '../run';

const folder = testFolder();

async function objects(...paths: string[]): Promise<{ code: number; out: string; err: string }> {
  const said = { out: '', err: '' };
  const streams = { out: (line: string) => (said.out += line), err: (line: string) => (said.err += line) };
  return { code: await run(['objects', ...paths], streams), ...said };
}

it('prints what an object holds on the frames of the images beside it', async () => {
  const more = {
    0x00080016: ['UI', '1.2.840.10008.5.1.4.1.1.2'],
    0x00200032: ['DS', '0\\0\\0'],
    0x00200037: ['DS', '1\\0\\0\\0\\1\\0'],
    0x00200052: ['UI', '1.9'],
    0x00280030: ['DS', '1\\1'],
  } as const;
  folder.write('ct.dcm', writeDicom(imageElements({ rows: 8, columns: 8 }, more)));
  const contour = { type: 'CLOSED_PLANAR', data: [0, 0, 0, 4, 0, 0, 4, 4, 0] };
  folder.write('rt.dcm', writeDicom(structureSetElements({ Liver: [contour] })));
  const file = join(folder.path, 'out', 'regions.json');
  const { code, out } = await objects(folder.path, '--regions', file);
  expect(code).toBe(0);
  expect(JSON.parse(out)).toEqual([
    {
      object: expect.objectContaining({ kind: 'RTSTRUCT', label: 'Plan A' }) as unknown,
      regions: [expect.objectContaining({ sopInstanceUid: '1.2.3.4', label: 'Liver' })],
      maps: [],
      leftOut: [],
    },
  ]);
  expect(await readRegionsFile(file)).toEqual([
    expect.objectContaining({ id: 'region-1', sopInstanceUid: '1.2.3.4', kind: 'lesion', label: 'Liver' }),
  ]);
});

it('says in a sentence that there is no object', async () => {
  const image = folder.write('alone.dcm', writeDicom(imageElements({ rows: 2, columns: 2 })));
  const { code, err } = await objects(image);
  expect(code).toBe(2);
  expect(err).toMatch(/^No segmentation, structure set, report or parametric map is there/);
});
