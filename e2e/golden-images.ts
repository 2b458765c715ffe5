import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { mapElements } from '../main/dicom/objects/testing/parametric-map';
import { imageElements, samplesOf } from '../main/dicom/testing/image';
import type { Elements } from '../main/dicom/testing/write';
import { writeDicom } from '../main/dicom/testing/write';

/** Rows and columns of each image; one of them has columns of twice the width, and half as many. */
export const side = 64;
const pixels = Array.from({ length: side * side }, (_, i) => ({
  row: Math.floor(i / side),
  column: i % side,
}));
type Value = (pixel: { readonly row: number; readonly column: number }) => number;

const ramp: Value = ({ row, column }) => (row < 32 ? column * 16 : row * 16) + ((row >> 3) & 1) * 40;
/** Rings around the middle, 0..255. */
const rings: Value = ({ row, column }) =>
  Math.round(127.5 + 127.5 * Math.cos(Math.hypot(row - 31.5, column - 31.5) / 3));

const grey16 = (value: Value, more: Elements): Elements =>
  imageElements({ rows: side, columns: side, signed: true, pixels: samplesOf(pixels.map(value), 16) }, more);
const grey8 = (value: Value, more: Elements = {}): Elements =>
  imageElements(
    { rows: side, columns: side, bitsAllocated: 8, pixels: samplesOf(pixels.map(value), 8) },
    more,
  );
const colour = (planes: readonly [Value, Value, Value], photometricInterpretation: string): Elements => ({
  ...imageElements({
    ...{ rows: side, columns: side, bitsAllocated: 8, samples: 3, photometricInterpretation },
    pixels: samplesOf(
      planes.flatMap((value) => pixels.map(value)),
      8,
    ),
  }),
  0x00280006: ['US', [1]],
});
const windowed = (center: string, width: string, voiLutFunction?: string): Elements => ({
  0x00281050: ['DS', center],
  0x00281051: ['DS', width],
  ...(voiLutFunction ? ({ 0x00281056: ['CS', voiLutFunction] } as Elements) : {}),
});
const hounsfield: Elements = { 0x00281052: ['DS', '-512'], 0x00281053: ['DS', '1'] };
const ramps: [Value, Value, Value] = [({ column }) => column * 4, ({ row }) => row * 4, rings];

/** Bits of an overlay plane: a frame and a diagonal. */
const drawn = Buffer.alloc((side * side) / 8);
pixels.forEach(({ row, column }, i) => {
  const isDrawn = row === column || [8, 55].includes(row) || [8, 55].includes(column);
  if (isDrawn) drawn[i >> 3]! |= 1 << (i & 7);
});

const voiLut: Elements = {
  0x00283010: [
    'SQ',
    {
      items: [
        {
          0x00283002: ['US', [256, 0, 8]],
          // Bright in the middle of the range, dark at both ends.
          0x00283006: ['US', Array.from({ length: 256 }, (_, i) => 255 - Math.abs(255 - 2 * i))],
        },
      ],
    },
  ],
};

const palette: Elements = Object.fromEntries(
  [0, 1, 2].flatMap((channel): [number, Elements[number]][] => [
    [0x00281101 + channel, ['US', [256, 0, 16]]],
    [
      0x00281201 + channel,
      [
        'OW',
        samplesOf(
          Array.from({ length: 256 }, (_, i) => (i * (channel + 1) * 257) % 65536),
          16,
        ),
      ],
    ],
  ]),
);

/** What is shown, in the order of the series. */
export const goldenImages: readonly { readonly name: string; readonly elements: Elements }[] = [
  { name: 'grey-window', elements: grey16(ramp, { ...hounsfield, ...windowed('40', '400') }) },
  { name: 'window-of-one', elements: grey16(ramp, { ...hounsfield, ...windowed('40', '1') }) },
  {
    name: 'linear-exact',
    elements: grey16(ramp, { ...hounsfield, ...windowed('40', '400', 'LINEAR_EXACT') }),
  },
  { name: 'sigmoid', elements: grey16(ramp, { ...hounsfield, ...windowed('40', '400', 'SIGMOID') }) },
  { name: 'voi-lut', elements: grey8(rings, voiLut) },
  {
    name: 'monochrome1',
    elements: grey8(rings, { 0x00280004: ['CS', 'MONOCHROME1'], ...windowed('128', '256') }),
  },
  {
    name: 'padding',
    elements: grey16((at) => (at.column < 16 ? -2000 : ramp(at)), { 0x00280120: ['SS', [-2000]] }),
  },
  { name: 'rgb-by-plane', elements: colour(ramps, 'RGB') },
  { name: 'ybr-full', elements: colour(ramps, 'YBR_FULL') },
  { name: 'palette', elements: { ...grey8(rings), 0x00280004: ['CS', 'PALETTE COLOR'], ...palette } },
  {
    name: 'overlay-plane',
    elements: grey8(rings, {
      ...windowed('128', '256'),
      ...{ 0x60000010: ['US', [side]], 0x60000011: ['US', [side]], 0x60000040: ['CS', 'G'] },
      ...{ 0x60000050: ['SS', [1, 1]], 0x60000100: ['US', [1]], 0x60000102: ['US', [0]] },
      0x60003000: ['OW', drawn],
    }),
  },
  {
    name: 'shutter',
    elements: grey8(() => 200, {
      ...windowed('128', '256'),
      0x00181600: ['CS', 'RECTANGULAR\\CIRCULAR'],
      ...{
        0x00181602: ['IS', '5'],
        0x00181604: ['IS', '60'],
        0x00181606: ['IS', '9'],
        0x00181608: ['IS', '56'],
      },
      ...{ 0x00181610: ['IS', '32\\32'], 0x00181612: ['IS', '26'] },
    }),
  },
  {
    name: 'non-square-pixels',
    elements: imageElements(
      {
        ...{ rows: side, columns: side / 2, bitsAllocated: 8 },
        pixels: samplesOf(
          pixels
            .filter(({ column }) => column < side / 2)
            .map(({ row, column }) => rings({ row, column: column * 2 + 0.5 })),
          8,
        ),
      },
      { ...windowed('128', '256'), 0x00280030: ['DS', '1\\2'] },
    ),
  },
];

const uid = (number: number): string => `1.2.826.0.1.3680043.2.1125.77.${number}`;
export const mapUid = uid(99);
const inStudy: Elements = { 0x00100020: ['LO', 'GOLDEN'], 0x0020000d: ['UI', uid(0)] };

/** A series of all of them, and a parametric map on the first. */
export function writeGoldenStudy(folder: string): string {
  const study = join(folder, 'study');
  mkdirSync(study);
  goldenImages.forEach(({ elements }, index) => {
    const place: Elements = {
      ...{ 0x00080018: ['UI', uid(index + 1)], 0x0020000e: ['UI', `${uid(0)}.1`] },
      0x00200013: ['IS', String(index + 1)],
    };
    writeFileSync(join(study, String(index + 1)), writeDicom({ ...elements, ...inStudy, ...place }));
  });
  const values = pixels.map(({ row, column }) => Math.max(0, 20 - Math.hypot(row - 20, column - 40)));
  const map = mapElements({ rows: side, columns: side, frames: [{ values, source: uid(1) }] });
  const place: Elements = { 0x00080018: ['UI', mapUid], 0x0020000e: ['UI', `${uid(0)}.2`] };
  writeFileSync(join(study, 'map'), writeDicom({ ...map, ...inStudy, ...place }));
  return study;
}
