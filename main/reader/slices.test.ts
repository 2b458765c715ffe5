import { writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { expect, it, vi } from 'vitest';
import type { Slice } from '../../preload/vocabulary';
import { testFolder } from '../dicom/testing/folder';
import type { SliceWish } from './calls';
import { HandLost } from './pool/hand';
import { sliceReader } from './slices';

const folder = testFolder();
const { signal } = new AbortController();

const slice = (sopInstanceUid: string, frame: number): Slice => ({
  ...{ sopInstanceUid, frame, rows: 1, columns: 1, samples: 1, pixels: Int16Array.of(1) },
  ...{ inverted: false, unit: '', windows: [], minimum: 1, maximum: 1, overlays: [], shutter: null },
  photometricInterpretation: 'MONOCHROME2',
});

/** A reader whose only hand decodes like this. */
function readerOf(decode: (wish: SliceWish) => Promise<Slice>) {
  return sliceReader(1, () => ({ do: decode, end: () => undefined }));
}

it('decodes a frame once', async () => {
  const path = folder.write('a.dcm', 'a');
  const decode = vi.fn(({ frame }: SliceWish) => Promise.resolve(slice('1', frame)));
  const read = readerOf(decode);
  const together = [read({ path, frame: 1 }, signal), read({ path, frame: 1, ahead: true }, signal)];
  const [first, second] = await Promise.all(together);
  expect(first).toBe(second);
  expect(await read({ path, frame: 1 }, signal)).toBe(first);
  expect((await read({ path, frame: 2 }, signal)).frame).toBe(2);
  expect(decode).toHaveBeenCalledTimes(2);
});

it('never shows the pixels of a file that was replaced', async () => {
  const path = folder.write('b.dcm', 'first');
  let uid = 'old';
  const read = readerOf(({ frame }) => Promise.resolve(slice(uid, frame)));
  expect((await read({ path, frame: 1 }, signal)).sopInstanceUid).toBe('old');
  uid = 'new';
  await writeFile(path, 'another length');
  expect((await read({ path, frame: 1 }, signal)).sopInstanceUid).toBe('new');
});

it('keeps nothing of a file that it cannot tell from another', async () => {
  const decode = vi.fn(({ frame }: SliceWish) => Promise.resolve(slice('1', frame)));
  const read = readerOf(decode);
  const path = join(folder.path, 'none.dcm');
  await read({ path, frame: 1 }, signal);
  await read({ path, frame: 1 }, signal);
  expect(decode).toHaveBeenCalledTimes(2);
});

it('lets the reading say why a file is gone', async () => {
  const read = readerOf(() => Promise.reject(new Error('is no longer there')));
  const wish = { path: join(folder.path, 'none.dcm'), frame: 1 };
  await expect(read(wish, signal)).rejects.toThrow('no longer there');
});

it('names the file whose decoder was lost', async () => {
  const read = readerOf(() => Promise.reject(new HandLost('took too long')));
  await expect(read({ path: '/a/b.dcm', frame: 1 }, signal)).rejects.toThrow(
    'b.dcm could not be decoded: its decoder took too long; the file may be damaged, ask for a new copy.',
  );
});
