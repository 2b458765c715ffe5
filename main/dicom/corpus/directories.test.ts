import { basename, join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { indexPaths } from '../index-paths';
import { corpora, filesOf } from './places';

const tree = 'dicomdirtests';
const files = filesOf(corpora.pydicom);
const images = files.filter((file) => /^dicomdirtests\/\d+\//.test(file));

async function opened(file: string): Promise<{ paths: string[]; unreadable: string[] }> {
  const { studies, unreadable } = await indexPaths([join(corpora.pydicom, tree, file)]);
  const instances = studies.flatMap(({ series }) => series.flatMap((each) => each.instances));
  return {
    paths: instances.map(({ path }) => path).sort(),
    unreadable: unreadable.map(({ reason }) => reason),
  };
}

describe("pydicom's directories of discs", () => {
  it('are all looked at', () => {
    expect(files.filter((file) => basename(file).startsWith('DICOMDIR'))).toHaveLength(8);
    expect(images).toHaveLength(31);
  });

  it.each([
    ['of a disc', 'DICOMDIR'],
    ['in big endian', 'DICOMDIR-bigEnd'],
    ['in implicit little endian', 'DICOMDIR-implicit'],
    ['whose records are in another order', 'DICOMDIR-reordered'],
    ['without a record of the patient', 'DICOMDIR-nopatient'],
  ])('%s lists every image it names: %s', async (_name, file) => {
    const { paths, unreadable } = await opened(file);
    expect(unreadable).toEqual([]);
    expect(paths).toEqual(images.map((image) => join(corpora.pydicom, image)));
  });

  it('says of each file that it names what is wrong with it', async () => {
    const { paths, unreadable } = await opened('TINY_ALPHA/DICOMDIR');
    expect(paths).toEqual([]);
    expect(unreadable).toHaveLength(50);
    for (const reason of unreadable) expect(reason).toMatch(/^IM0000\w\w holds no image \(modality CT\)/);
  });

  it('of an empty disc opens as nothing', async () => {
    expect(await opened('DICOMDIR-empty.dcm')).toEqual({ paths: [], unreadable: [] });
  });

  it('that is cut off says so', async () => {
    const { unreadable } = await opened('DICOMDIR-nooffset');
    expect(unreadable).toEqual([
      'DICOMDIR-nooffset is cut off within its header; copy it again from where it came from.',
    ]);
  });
});
