import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { pictureRgba } from '../../../renderer/picture/overlay-planes';
import { readSlice } from '../read-slice';
import type { ImageOptions } from '../testing/image';
import { imageElements, samplesOf } from '../testing/image';
import { seededRandom } from '../testing/random';
import { run } from '../testing/tools';
import type { Elements } from '../testing/write';
import { writeDicom } from '../testing/write';

const [rows, columns] = [37, 53];
const random = seededRandom(11);
const noise = (bits: number): number[] =>
  Array.from({ length: rows * columns }, () => Math.floor(random() * 2 ** bits));
const image = (values: readonly number[], more: Partial<ImageOptions> = {}): ImageOptions => ({
  ...{ rows, columns, pixels: samplesOf(values, 16) },
  ...more,
});

const curve = Array.from({ length: 3000 }, (_, i) => Math.round(4095 * Math.sqrt(i / 2999)));
const lut: Elements = {
  0x00281052: ['DS', '-1024'],
  0x00281053: ['DS', '1'],
  0x00283010: ['SQ', { items: [{ 0x00283002: ['SS', [3000, -700, 12]], 0x00283006: ['US', curve] }] }],
};
const windowed = (more: Elements = {}): Elements => ({
  ...{ 0x00281050: ['DS', '2000'], 0x00281051: ['DS', '1500'], ...more },
});
const overlay = (more: Elements): Elements => ({
  0x60000010: ['US', [rows]],
  0x60000011: ['US', [columns]],
  0x60000040: ['CS', 'G'],
  0x60000050: ['SS', [1, 1]],
  0x60000100: ['US', [1]],
  0x60000102: ['US', [0]],
  ...more,
});
const bits = Buffer.from(noise(8).slice(0, Math.ceil((rows * columns) / 16) * 2));

interface Case {
  readonly file: Buffer;
  readonly options: readonly string[];
  /** What dcmtk draws an overlay in, and what it is drawn in here. */
  readonly ink?: readonly [theirs: number, ours: number];
}

const file = (options: ImageOptions, more: Elements): Buffer => writeDicom(imageElements(options, more));
const white = [255, 232] as const;
// No value reaches white in these, so that white is the overlay.
const dim = windowed({ 0x00281051: ['DS', '9000'] });

const cases: Readonly<Record<string, Case>> = {
  'a VOI LUT': { file: file(image(noise(12)), lut), options: ['+Wl', '1'] },
  'a window': { file: file(image(noise(12)), windowed()), options: ['+Wi', '1'] },
  'a sigmoid': {
    file: file(image(noise(12)), windowed({ 0x00281056: ['CS', 'SIGMOID'] })),
    options: ['+Wi', '1', '+Wfs'],
  },
  'inverted grey': {
    file: file(image(noise(12), { photometricInterpretation: 'MONOCHROME1' }), windowed()),
    options: ['+Wi', '1'],
  },
  'an overlay': {
    file: file(image(noise(12)), { ...dim, ...overlay({ 0x60003000: ['OW', bits] }) }),
    options: ['+Wi', '1', '+O', '0'],
    ink: white,
  },
  'an overlay that begins outside': {
    file: file(image(noise(12)), {
      ...dim,
      ...overlay({ 0x60003000: ['OW', bits], 0x60000050: ['SS', [-4, 10]] }),
    }),
    options: ['+Wi', '1', '+O', '0'],
    ink: white,
  },
  'an overlay in unused bits': {
    file: file(image(noise(16), { bitsStored: 12 }), {
      ...dim,
      ...overlay({ 0x60000100: ['US', [16]], 0x60000102: ['US', [13]] }),
    }),
    options: ['+Wi', '1', '+O', '0'],
    ink: white,
  },
};

let folder: string;
beforeAll(() => (folder = mkdtempSync(join(tmpdir(), 'sightline-dcmtk-'))));
afterAll(() => rmSync(folder, { recursive: true, force: true }));

/** The grey picture that dcmtk makes of a file: a PGM of 8 bits. */
function shownByDcmtk(path: string, options: readonly string[]): Buffer {
  const out = `${path}.pgm`;
  run('dcm2pnm', '--quiet', ...options, '--write-raw-pnm', path, out);
  const bytes = readFileSync(out);
  return bytes.subarray(bytes.length - rows * columns);
}

it.each(Object.entries(cases))('shows %s as dcmtk does', async (name, { file: bytes, options, ink }) => {
  const path = join(folder, name.replaceAll(' ', '-'));
  writeFileSync(path, bytes);
  const theirs = shownByDcmtk(path, options);
  const rgba = pictureRgba(await readSlice(path, 1), null, false, true);
  const ours = [...theirs].map((_, i) => rgba[i * 4]!);
  const isSame = (i: number): boolean =>
    ink !== undefined && theirs[i] === ink[0]
      ? ours[i] === ink[1]
      : // Half a step is up to how one rounds.
        Math.abs(ours[i]! - theirs[i]!) <= 1;
  expect(ours.flatMap((shade, i) => (isSame(i) ? [] : [[i, shade, theirs[i]]])).slice(0, 5)).toEqual([]);
  if (ink) expect(theirs.filter((shade) => shade === ink[0]).length).toBeGreaterThan(100);
});
