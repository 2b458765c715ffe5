import { dirname } from 'node:path';
import type { DataSet } from 'dicom-parser';
import type { Instance } from '../../preload/vocabulary';
import { frameRateOf } from './cine';
import { decoderFor } from './decoders/index';
import { FileFault } from './faults';
import { frameGeometryOf } from './frame-geometry';
import { groupOf } from './functional-groups';
import { geometryOf, patientOrientationOf, spacingOf } from './geometry';
import type { Header } from './header';
import { noImage } from './no-image';
import { studyObjectOf } from './objects/study-object';
import { checkPixelsPresent } from './pixels/extent';
import type { ImagePixel } from './pixels/image-pixel';
import { readImagePixel } from './pixels/image-pixel';
import type { FileRecord, ImageRecord } from './record';
import { tags } from './tags';
import { isAlwaysLossy } from './transfer-syntax';
import { uidFrom } from './uid';
import { code, codes, number, numbers, person, text } from './values';

/**
 * What the header of a DICOM file says about its image or object, series, study and patient.
 * @throws FileFault where it holds neither, or an image that its own header makes unreadable
 */
export function describe(header: Header, path: string): FileRecord {
  const object = studyObjectOf(header.dataSet, path);
  if (!object) return describeImage(header, path);
  if (!header.pixelGroup) return { ...placeOf(header, path), object };
  // A map or segmentation without the images it was made of is better seen as it is than not at all.
  return { ...describeImage(header, path), object };
}

/** What the header of an image says. @throws FileFault where it holds none that can be read */
export function describeImage(header: Header, path: string): ImageRecord {
  if (!header.pixelGroup) throw new FileFault(noImage(header.dataSet));
  decoderFor(header.transferSyntaxUid);
  const image = readImagePixel(header);
  checkPixelsPresent(header, image);
  return { ...placeOf(header, path), instance: instanceOf(header, image, path) };
}

function placeOf({ dataSet }: Header, path: string): Pick<FileRecord, 'study' | 'series'> {
  return { study: studyOf(dataSet, path), series: seriesOf(dataSet, path) };
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

function instanceOf({ dataSet, transferSyntaxUid }: Header, image: ImagePixel, path: string): Instance {
  const { rows, columns, numberOfFrames } = image;
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
    frameGeometry: frameGeometryOf(dataSet, numberOfFrames),
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
