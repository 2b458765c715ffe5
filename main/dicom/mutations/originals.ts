import { cpSync, mkdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { PNG } from 'pngjs';
import { corpusFile } from '../corpus/places';
import { mapElements } from '../objects/testing/parametric-map';
import { groupItem, imageItem, planarItem, reportElements, spatialItem } from '../objects/testing/report';
import { segmentationElements } from '../objects/testing/segmentation';
import { structureSetElements } from '../objects/testing/structure-set';
import { encodeHtj2k } from '../testing/htj2k';
import { imageElements, samplesOf } from '../testing/image';
import { run } from '../testing/tools';
import { waves } from '../testing/waves';
import type { Elements } from '../testing/write';
import { writeDicom } from '../testing/write';
import { writeZip } from '../testing/zip';
import { transferSyntax } from '../transfer-syntax';

/** Makes a valid file in a folder of its own and answers its path; what it needs beside it lies there too. */
export type Original = (
  folder: string,
  write: (name: string, bytes: Buffer) => string,
) => Promise<string> | string;

const size = { rows: 24, columns: 20 };
const count = size.rows * size.columns;
const references: Elements = {
  0x00081140: ['SQ', { items: [{ 0x00081150: ['UI', '1.2'], 0x00081155: ['UI', '1.3'] }] }],
  0x00281050: ['DS', '40\\80'],
  0x00281051: ['DS', '400\\800'],
};
const grey = (more: Elements = references): Elements =>
  imageElements({ ...size, bitsStored: 12, pixels: samplesOf(waves(count, 12, false), 16) }, more);
const eightBit = (samples: 1 | 3 = 1, frames = 1): Elements =>
  imageElements({
    ...{ ...size, bitsAllocated: 8, samples, frames },
    pixels: samplesOf(waves(count * samples * frames, 8, false), 8),
  });

const written =
  (elements: Elements, syntax?: string): Original =>
  (_folder, write) =>
    write('image', writeDicom(elements, syntax));

const encoded =
  (elements: Elements, program: string, ...options: string[]): Original =>
  (folder, write) => {
    const plain = write('plain', writeDicom(elements));
    run(program, ...options, plain, join(folder, 'encoded'));
    return join(folder, 'encoded');
  };

const ofPydicom =
  (file: string): Original =>
  () =>
    corpusFile('pydicom', file);

const displayed: Elements = {
  ...references,
  // A shutter of every shape, an overlay, and a VOI LUT.
  0x00181600: ['CS', 'RECTANGULAR\\CIRCULAR\\POLYGONAL'],
  ...{ 0x00181602: ['IS', '2'], 0x00181604: ['IS', '18'], 0x00181606: ['IS', '2'], 0x00181608: ['IS', '20'] },
  ...{ 0x00181610: ['IS', '12\\10'], 0x00181612: ['IS', '9'], 0x00181620: ['IS', '1\\1\\1\\20\\24\\10'] },
  0x00283010: [
    'SQ',
    {
      items: [
        { 0x00283002: ['US', [16, 0, 12]], 0x00283006: ['US', [...Array(16).keys()].map((i) => i * 273)] },
      ],
    },
  ],
  ...{
    0x60000010: ['US', [24]],
    0x60000011: ['US', [20]],
    0x60000040: ['CS', 'G'],
    0x60000050: ['SS', [1, 1]],
  },
  ...{ 0x60000100: ['US', [1]], 0x60000102: ['US', [0]], 0x60003000: ['OW', Buffer.alloc(60, 0x55)] },
};

const square = (z: number): number[] => [1, 1, z, 9, 1, z, 9, 9, z, 1, 9, z];

/** A kind of file each; together they go through every decoder and every reader. */
export const originals: Readonly<Record<string, Original>> = {
  'explicit little endian': written(grey()),
  'implicit little endian': written(grey(), transferSyntax.implicitLittleEndian),
  'big endian': written(grey(), transferSyntax.explicitBigEndian),
  deflated: written(grey(), transferSyntax.deflatedExplicitLittleEndian),
  RLE: encoded(grey(), 'dcmcrle'),
  'RLE of several frames in colour': encoded(eightBit(3, 3), 'dcmcrle'),
  'JPEG of 8 bits': encoded(eightBit(), 'dcmcjpeg', '+eb'),
  'JPEG in colour': encoded(eightBit(3), 'dcmcjpeg', '+eb', '+s2'),
  'JPEG of 12 bits': encoded(grey(), 'dcmcjpeg', '+ee'),
  'JPEG lossless': encoded(grey(), 'dcmcjpeg', '+e1'),
  'JPEG-LS': encoded(grey(), 'dcmcjpls', '+el'),
  'JPEG-LS of several fragments a frame': encoded(eightBit(1, 3), 'dcmcjpls', '+el', '+fs', '1'),
  'JPEG 2000': encoded(grey(), 'gdcmconv', '--j2k'),
  HTJ2K: async (_folder, write) => {
    const stream = await encodeHtj2k(waves(count, 12, false), { ...size, bits: 12 });
    const pixels = { 0x7fe00010: ['OB', { offsets: [0], fragments: [stream] }] } as const;
    return write('htj2k', writeDicom(grey(pixels), '1.2.840.10008.1.2.4.201'));
  },
  'overlay, shutter and VOI LUT': written(grey(displayed)),
  palette: (_folder, write) =>
    write(
      'palette',
      writeDicom({
        ...eightBit(),
        0x00280004: ['CS', 'PALETTE COLOR'],
        ...Object.fromEntries(
          [1, 2, 3].flatMap((colour): [number, Elements[number]][] => [
            [0x00281100 + colour, ['US', [256, 0, 16]]],
            [0x00281200 + colour, ['OW', Buffer.alloc(512, colour * 40)]],
          ]),
        ),
      }),
    ),
  'dose of many frames': ofPydicom('rtdose_rle.dcm'),
  'segmentation of pydicom': ofPydicom('liver_1frame.dcm'),
  segmentation: written(
    segmentationElements({
      ...{ rows: 12, columns: 16, labels: ['Tumour', 'Liver'] },
      frames: [1, 2, 3].map((image) => ({
        ...{ segment: 1 + (image % 2), source: [`1.2.${image}`] as const },
        values: Array.from({ length: 192 }, (_, i) => Number(i % 16 > image && i % 16 < 12)),
      })),
    }),
  ),
  'structure set': written(
    structureSetElements({
      Liver: [0, 2, 4].map((z) => ({ type: 'CLOSED_PLANAR', data: square(z), image: `1.2.${z / 2 + 1}` })),
      Node: [{ type: 'CLOSED_PLANAR', data: square(2) }],
    }),
  ),
  report: written(
    reportElements([
      groupItem('Lesion 1', 'Nodule', planarItem('POLYLINE', [1, 2, 5, 2, 5, 6, 1, 2], imageItem('1.2.1'))),
      groupItem('', 'Mass', planarItem('ELLIPSE', [2, 4, 10, 4, 6, 3, 6, 5], imageItem('1.2.3'))),
      groupItem('', '', spatialItem('POLYGON', [...square(2), 1, 1, 2])),
    ]),
  ),
  'parametric map': written(
    mapElements({
      ...{ rows: 12, columns: 16, slope: 2, intercept: 0.5 },
      frames: [1, 2].map((image) => ({ values: waves(192, 8, false), source: `1.2.${image}` })),
    }),
  ),
  DICOMDIR: (folder) => {
    mkdirSync(folder, { recursive: true });
    cpSync(corpusFile('pydicom', 'dicomdirtests/98892003'), join(folder, '98892003'), { recursive: true });
    return corpusFile('pydicom', 'dicomdirtests/DICOMDIR');
  },
  'PNG picture': (_folder, write) => {
    const png = new PNG({ width: 20, height: 24 });
    png.data = Buffer.from(waves(count * 4, 8, false));
    return write('picture.png', PNG.sync.write(png));
  },
  'JPEG picture': (folder, write) => {
    run('dcmj2pnm', '+oj', write('plain', writeDicom(eightBit(3))), join(folder, 'picture.jpg'));
    return join(folder, 'picture.jpg');
  },
  ZIP: (_folder, write) =>
    write(
      'study.zip',
      writeZip([
        { name: 'a/1', bytes: writeDicom(grey()), deflate: true },
        { name: 'a/2', bytes: writeDicom(grey({ ...references, 0x00080018: ['UI', '1.2.3.5'] })) },
        { name: 'report', bytes: readFileSync(corpusFile('pydicom', 'test-SR.dcm')), deflate: true },
      ]),
    ),
};
