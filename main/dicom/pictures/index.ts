import { basename } from 'node:path';
import type { Slice } from '../../../preload/vocabulary';
import { messageOf } from '../../process/errors';
import { FileFault } from '../faults';
import { limits } from '../limits';
import { rangeOf } from '../pixels/range';
import { computedWindow } from '../pixels/windows';
import type { FileRecord } from '../record';
import type { Source } from '../source';
import { uidFrom } from '../uid';
import { jpeg } from './jpeg';
import type { PictureFormat } from './picture';
import { png } from './png';

/** Plain pictures that can be opened. */
const formats: readonly PictureFormat[] = [png, jpeg];

/** Whether a file that begins with these bytes is a plain picture. */
export function isPicture(opening: Buffer): boolean {
  return formats.some((format) => format.recognise(opening));
}

/** The one-image study that a picture counts as; its UIDs come from its bytes. */
export async function describePicture(source: Source, path: string): Promise<FileRecord> {
  const { bytes, format } = await whole(source);
  const { rows, columns } = sizeOf(format, bytes);
  const uid = uidFrom(bytes);
  return {
    study: { ...emptyStudy, studyInstanceUid: uidFrom('study', uid), studyDescription: basename(path) },
    series: { ...emptySeries, seriesInstanceUid: uidFrom('series', uid), seriesDescription: format.name },
    instance: {
      ...emptyInstance,
      sopInstanceUid: uid,
      path,
      transferSyntaxUid: format.mediaType,
      rows,
      columns,
      lossy: format.lossy,
    },
  };
}

/** The pixels of a picture. */
export async function readPicture(source: Source, frame: number): Promise<Slice> {
  if (frame !== 1) throw new FileFault(`has no frame ${frame}; it has 1.`);
  const { bytes, format } = await whole(source);
  const size = sizeOf(format, bytes);
  const { samples, pixels } = await guarded(format, () => format.decode(bytes));
  if (pixels.length !== size.rows * size.columns * samples)
    throw new FileFault(damaged(format, 'it is cut off'));
  const range = rangeOf(pixels);
  return {
    sopInstanceUid: uidFrom(bytes),
    frame,
    ...{ rows: size.rows, columns: size.columns, samples, pixels },
    inverted: false,
    unit: '',
    windows: samples === 1 ? [computedWindow(range)] : [],
    minimum: range.minimum,
    maximum: range.maximum,
    photometricInterpretation: samples === 1 ? 'MONOCHROME2' : 'RGB',
    overlays: [],
    shutter: null,
  };
}

async function whole(source: Source): Promise<{ bytes: Buffer; format: PictureFormat }> {
  if (source.size > limits.maxWholeFileBytes)
    throw new FileFault('is larger than any picture; it was not read.');
  const bytes = await source.read(0, source.size);
  const format = formats.find((candidate) => candidate.recognise(bytes));
  if (!format) throw new FileFault('is not a PNG or JPEG file; open image files only.');
  return { bytes, format };
}

function sizeOf(format: PictureFormat, bytes: Buffer): { rows: number; columns: number } {
  const { rows, columns } = sized(format, bytes);
  const { maxRowsOrColumns, maxFramePixels } = limits;
  if (
    rows < 1 ||
    columns < 1 ||
    Math.max(rows, columns) > maxRowsOrColumns ||
    rows * columns > maxFramePixels
  )
    throw new FileFault(`says it has ${rows} × ${columns} pixels, which cannot be shown; it was not read.`);
  return { rows, columns };
}

function sized(format: PictureFormat, bytes: Buffer): { rows: number; columns: number } {
  try {
    return format.size(bytes);
  } catch (thrown) {
    throw new FileFault(damaged(format, messageOf(thrown)), { cause: thrown });
  }
}

async function guarded<Result>(format: PictureFormat, work: () => Promise<Result>): Promise<Result> {
  try {
    return await work();
  } catch (thrown) {
    throw new FileFault(damaged(format, messageOf(thrown)), { cause: thrown });
  }
}

function damaged(format: PictureFormat, why: string): string {
  return `could not be decoded (${format.name}: ${why}); ask for a new copy of the file.`;
}

const emptyStudy = {
  ...{ studyDate: '', studyTime: '', accessionNumber: '' },
  ...{ patientName: '', patientId: '', patientBirthDate: '', patientSex: '' },
};
const emptySeries = { modality: 'OT', seriesNumber: null, bodyPartExamined: '' };
const emptyInstance = {
  ...{ sopClassUid: '', instanceNumber: null, numberOfFrames: 1, geometry: null, sliceThickness: null },
  ...{
    spacing: null,
    patientOrientation: null,
    frameGeometry: null,
    lossyRatio: null,
    imageType: [],
    laterality: '',
    frameRate: null,
    frameOfReferenceUid: '',
  },
};
