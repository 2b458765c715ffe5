import type { DataSet } from 'dicom-parser';
import { FileFault } from '../faults';
import type { Header } from '../header';
import { limits } from '../limits';
import { tags } from '../tags';
import { code, unsigned } from '../values';

/** The Image Pixel module (PS3.3 C.7.6.3), checked. */
export interface ImagePixel {
  readonly rows: number;
  readonly columns: number;
  readonly samplesPerPixel: 1 | 3;
  readonly bitsAllocated: number;
  readonly bitsStored: number;
  readonly highBit: number;
  readonly signed: boolean;
  /** Whether colour is written plane by plane (PlanarConfiguration 1). */
  readonly planar: boolean;
  readonly photometricInterpretation: string;
  readonly numberOfFrames: number;
  /** Whether samples are floating point (PS3.3 C.7.6.24 and C.7.6.25). */
  readonly float: boolean;
}

const floatPixelData = 0x7fe00008;
const doubleFloatPixelData = 0x7fe00009;

/** @throws FileFault where an attribute is missing, or its value is absurd or not supported */
export function readImagePixel({ dataSet, pixelGroup }: Header): ImagePixel {
  const float = pixelGroup?.tag === floatPixelData || pixelGroup?.tag === doubleFloatPixelData;
  const image = {
    rows: required(dataSet, 'Rows'),
    columns: required(dataSet, 'Columns'),
    numberOfFrames: framesOf(dataSet),
    photometricInterpretation: code(dataSet, tags.PhotometricInterpretation) || 'MONOCHROME2',
    planar: unsigned(dataSet, tags.PlanarConfiguration) === 1,
    signed: unsigned(dataSet, tags.PixelRepresentation) === 1,
    samplesPerPixel: samplesOf(dataSet),
    float,
    ...bitsOf(dataSet, float),
  };
  checkSize(image);
  return image;
}

function required(dataSet: DataSet, keyword: 'Rows' | 'Columns' | 'BitsAllocated'): number {
  const value = unsigned(dataSet, tags[keyword]);
  if (value === null) throw new FileFault(`does not say its ${keyword}; ask for a new copy of the file.`);
  return value;
}

/** One where it is not said; never a guess at what is no number, as the other frames would be lost in silence. */
function framesOf(dataSet: DataSet): number {
  const written = code(dataSet, tags.NumberOfFrames);
  const frames = written === '' ? 1 : Number(written);
  if (Number.isNaN(frames))
    throw new FileFault(
      `says it has "${written.slice(0, 16)}" frames, which is no number; ask for a new copy of the file.`,
    );
  return frames;
}

function samplesOf(dataSet: DataSet): 1 | 3 {
  const samples = unsigned(dataSet, tags.SamplesPerPixel) ?? 1;
  if (samples === 1 || samples === 3) return samples;
  throw new FileFault(`has ${samples} samples a pixel; images with 1 or 3 can be shown.`);
}

function bitsOf(
  dataSet: DataSet,
  float: boolean,
): Pick<ImagePixel, 'bitsAllocated' | 'bitsStored' | 'highBit'> {
  const bitsAllocated = required(dataSet, 'BitsAllocated');
  if (float) return { bitsAllocated, bitsStored: bitsAllocated, highBit: bitsAllocated - 1 };
  if (![1, 8, 16, 32].includes(bitsAllocated))
    throw new FileFault(`has ${bitsAllocated} bits allocated; images with 1, 8, 16 or 32 can be shown.`);
  const bitsStored = unsigned(dataSet, tags.BitsStored) ?? bitsAllocated;
  const highBit = unsigned(dataSet, tags.HighBit) ?? bitsStored - 1;
  if (bitsStored < 1 || bitsStored > bitsAllocated || highBit >= bitsAllocated)
    throw new FileFault(
      `says it stores ${bitsStored} bits up to bit ${highBit} in ${bitsAllocated}, which cannot be; ` +
        'ask for a new copy of the file.',
    );
  // A high bit that leaves no room for the bits stored cannot be meant: they are the lowest then.
  return { bitsAllocated, bitsStored, highBit: Math.max(highBit, bitsStored - 1) };
}

function checkSize({ rows, columns, numberOfFrames }: ImagePixel): void {
  const { maxRowsOrColumns, maxFramePixels, maxFrames } = limits;
  const possible = rows >= 1 && columns >= 1 && Number.isInteger(numberOfFrames) && numberOfFrames >= 1;
  if (!possible)
    throw new FileFault(
      `says it has ${numberOfFrames} frames of ${rows} × ${columns} pixels, which cannot be; ` +
        'ask for a new copy of the file.',
    );
  if (rows > maxRowsOrColumns || columns > maxRowsOrColumns || rows * columns > maxFramePixels)
    throw new FileFault(`says it has ${rows} × ${columns} pixels, more than can be shown; it was not read.`);
  if (numberOfFrames > maxFrames)
    throw new FileFault(`says it has ${numberOfFrames} frames, more than can be shown; it was not read.`);
}
