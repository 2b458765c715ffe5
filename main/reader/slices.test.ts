import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, it, vi } from 'vitest';
import type { Slice } from '../../preload/vocabulary';
import { sliceShelf } from './slices';

let folder = '';
beforeEach(async () => void (folder = await mkdtemp(join(tmpdir(), 'sightline-slices-'))));
afterEach(() => rm(folder, { recursive: true }));

const slice = (sopInstanceUid: string, frame: number): Slice => ({
  ...{ sopInstanceUid, frame, rows: 1, columns: 1, samples: 1, pixels: Float32Array.of(1) },
  ...{
    inverted: false,
    unit: '',
    windows: [],
    minimum: 1,
    maximum: 1,
    photometricInterpretation: 'MONOCHROME2',
    overlays: [],
    shutter: null,
  },
});

it('decodes a frame once', async () => {
  const path = join(folder, 'a.dcm');
  await writeFile(path, 'a');
  const decode = vi.fn((_: string, frame: number) => Promise.resolve(slice('1', frame)));
  const read = sliceShelf(decode);
  expect(await read(path, 1)).toBe(await read(path, 1));
  expect((await read(path, 2)).frame).toBe(2);
  expect(decode).toHaveBeenCalledTimes(2);
});

it('never shows the pixels of a file that was replaced', async () => {
  const path = join(folder, 'a.dcm');
  await writeFile(path, 'first');
  let uid = 'old';
  const read = sliceShelf((_, frame) => Promise.resolve(slice(uid, frame)));
  expect((await read(path, 1)).sopInstanceUid).toBe('old');
  uid = 'new';
  await writeFile(path, 'another length');
  expect((await read(path, 1)).sopInstanceUid).toBe('new');
});

it('lets the reading say why a file is gone', async () => {
  const read = sliceShelf(() => Promise.reject(new Error('is no longer there')));
  await expect(read(join(folder, 'none.dcm'), 1)).rejects.toThrow('no longer there');
});
