import dcmjs from 'dcmjs';
import { writeWhole as writeTo } from '../../../main/process/write-whole';
import type { Frame } from './jpeg-ls';
import { encodeJpegLs, JPEG_LS_LOSSLESS } from './jpeg-ls';
import { uidFor } from './uid';

/** A data set by keyword, as PS3.6 spells them. */
export type Dataset = Record<string, unknown> & { SOPClassUID: string; SOPInstanceUID: string };

/** The bytes of a DICOM file (PS3.10) with one JPEG-LS frame. */
export async function dicomBytes(dataset: Dataset, frame: Frame): Promise<Buffer> {
  const { DicomDict, DicomMetaDictionary } = dcmjs.data;
  const encoded = await encodeJpegLs(frame);
  const file = new DicomDict(DicomMetaDictionary.denaturalizeDataset(fileMeta(dataset)));
  const image = { ...dataset, ...pixelModule(frame) };
  file.dict = DicomMetaDictionary.denaturalizeDataset({
    ...image,
    PixelData: [encoded.buffer],
    _vrMap: { PixelData: 'OB' },
  });
  return Buffer.from(file.write({ fragmentMultiframe: false }));
}

/** Writes a file whole or not at all, making its folder where there is none. */
export const writeWhole = (path: string, bytes: Uint8Array | string): Promise<void> =>
  writeTo(path, bytes, { makeFolder: true });

/** File meta information, PS3.10 7.1. */
function fileMeta(dataset: Dataset): Record<string, unknown> {
  return {
    FileMetaInformationVersion: new Uint8Array([0, 1]).buffer,
    MediaStorageSOPClassUID: dataset.SOPClassUID,
    MediaStorageSOPInstanceUID: dataset.SOPInstanceUID,
    TransferSyntaxUID: JPEG_LS_LOSSLESS,
    ImplementationClassUID: uidFor('implementation'),
    ImplementationVersionName: 'SIGHTLINE_DEMO',
  };
}

/** Image Pixel module, PS3.3 C.7.6.3. */
function pixelModule(frame: Frame): Record<string, unknown> {
  const allocated = frame.bits > 8 ? 16 : 8;
  return {
    SamplesPerPixel: frame.samples,
    PhotometricInterpretation: frame.samples === 3 ? 'RGB' : 'MONOCHROME2',
    ...(frame.samples === 3 ? { PlanarConfiguration: 0 } : {}),
    Rows: frame.rows,
    Columns: frame.columns,
    BitsAllocated: allocated,
    BitsStored: frame.bits,
    HighBit: frame.bits - 1,
    PixelRepresentation: 0,
  };
}
