import { dirname } from 'node:path';
import type { DataSet } from 'dicom-parser';
import type { Instance } from '../../preload/vocabulary';
import { decoderFor } from './decoders/index';
import { FileFault } from './faults';
import { groupOf } from './functional-groups';
import { geometryOf, patientOrientationOf, spacingOf } from './geometry';
import type { Header } from './header';
import { checkPixelsPresent } from './pixels/extent';
import { readImagePixel } from './pixels/image-pixel';
import type { FileRecord } from './record';
import { tags } from './tags';
import { isAlwaysLossy } from './transfer-syntax';
import { uidFrom } from './uid';
import { code, codes, number, numbers, person, text } from './values';

/**
 * What the header of a DICOM file says about its image, series, study and patient.
 * @throws FileFault where it holds no image, or one that its own header makes unreadable
 */
export function describe(header: Header, path: string): FileRecord {
  const { dataSet } = header;
  if (!header.pixelGroup) throw new FileFault(noImage(dataSet));
  decoderFor(header.transferSyntaxUid);
  checkPixelsPresent(header, readImagePixel(header));
  return {
    study: studyOf(dataSet, path),
    series: seriesOf(dataSet, path),
    instance: instanceOf(header, path),
  };
}

function noImage(dataSet: DataSet): string {
  const modality = code(dataSet, tags.Modality);
  return `holds no image${modality ? ` (modality ${modality})` : ''}; open files with pixel data.`;
}

function studyOf(dataSet: DataSet, path: string): FileRecord['study'] {
  return {
    studyInstanceUid: code(dataSet, tags.StudyInstanceUID) || uidFrom('study', dirname(path)),
    studyDate: code(dataSet, tags.StudyDate),
    studyTime: code(dataSet, tags.StudyTime),
    studyDescription: text(dataSet, tags.StudyDescription),
    accessionNumber: text(dataSet, tags.AccessionNumber),
    patientName: person(dataSet, tags.PatientName),
    patientId: text(dataSet, tags.PatientID),
    patientBirthDate: code(dataSet, tags.PatientBirthDate),
    patientSex: code(dataSet, tags.PatientSex),
  };
}

function seriesOf(dataSet: DataSet, path: string): FileRecord['series'] {
  return {
    seriesInstanceUid: code(dataSet, tags.SeriesInstanceUID) || uidFrom('series', dirname(path)),
    modality: code(dataSet, tags.Modality),
    seriesNumber: number(dataSet, tags.SeriesNumber),
    seriesDescription: text(dataSet, tags.SeriesDescription),
    bodyPartExamined: code(dataSet, tags.BodyPartExamined),
  };
}

function instanceOf(header: Header, path: string): Instance {
  const { dataSet, transferSyntaxUid } = header;
  const { rows, columns, numberOfFrames } = readImagePixel(header);
  return {
    sopInstanceUid: sopInstanceUidOf(dataSet, path),
    sopClassUid: code(dataSet, tags.SOPClassUID),
    path,
    transferSyntaxUid,
    instanceNumber: number(dataSet, tags.InstanceNumber),
    numberOfFrames,
    rows,
    columns,
    geometry: geometryOf(dataSet, 1),
    frameGeometry: null,
    sliceThickness: number(groupOf(dataSet, 1, tags.PixelMeasuresSequence), tags.SliceThickness),
    spacing: spacingOf(dataSet),
    patientOrientation: patientOrientationOf(dataSet),
    laterality: code(dataSet, tags.ImageLaterality) || code(dataSet, tags.Laterality),
    lossy: code(dataSet, tags.LossyImageCompression) === '01' || isAlwaysLossy(transferSyntaxUid),
    lossyRatio: numbers(dataSet, tags.LossyImageCompressionRatio).at(-1) ?? null,
    imageType: codes(dataSet, tags.ImageType),
    frameRate: frameRateOf(dataSet),
    frameOfReferenceUid: code(dataSet, tags.FrameOfReferenceUID),
  };
}

/** SOPInstanceUID, or one made from the path where the file has none. */
export function sopInstanceUidOf(dataSet: DataSet, path: string): string {
  return code(dataSet, tags.SOPInstanceUID) || uidFrom('instance', path);
}

/** Frames a second: as recommended, as acquired, or from the time between frames in ms (PS3.3 C.7.6.5). */
function frameRateOf(dataSet: DataSet): number | null {
  const rate = number(dataSet, tags.RecommendedDisplayFrameRate) ?? number(dataSet, tags.CineRate);
  if (rate !== null && rate > 0) return rate;
  const milliseconds = number(dataSet, tags.FrameTime);
  return milliseconds !== null && milliseconds > 0 ? 1000 / milliseconds : null;
}
