import type { DataSet } from 'dicom-parser';
import { tags } from './tags';
import { code } from './values';

/** What files without an image are, by the beginning of their SOP class (PS3.6 annex A), the longest first. */
const kinds: readonly (readonly [sopClass: string, is: string])[] = [
  ['1.2.840.10008.5.1.4.1.1.88.59', 'is a selection of key images'],
  ['1.2.840.10008.5.1.4.1.1.88.67', 'is a radiation dose report'],
  ['1.2.840.10008.5.1.4.1.1.88', 'is a structured report'],
  ['1.2.840.10008.5.1.4.1.1.104.1', 'is a PDF document'],
  ['1.2.840.10008.5.1.4.1.1.104', 'is a document'],
  ['1.2.840.10008.5.1.4.1.1.11', 'is a presentation state'],
  ['1.2.840.10008.5.1.4.1.1.66.1', 'is a registration'],
  ['1.2.840.10008.5.1.4.1.1.66.3', 'is a registration'],
  ['1.2.840.10008.5.1.4.1.1.66.5', 'is a surface segmentation'],
  ['1.2.840.10008.5.1.4.1.1.66', 'is raw data'],
  ['1.2.840.10008.5.1.4.1.1.4.2', 'is a spectroscopy'],
  ['1.2.840.10008.5.1.4.1.1.481.3', 'is a structure set'],
  ['1.2.840.10008.5.1.4.1.1.481', 'is a radiotherapy plan or record'],
  ['1.2.840.10008.5.1.4.1.1.9', 'is a waveform'],
];

/** Why a file without pixel data is not shown, completing the sentence "<file name> …". */
export function noImage(dataSet: DataSet): string {
  const sopClass = code(dataSet, tags.SOPClassUID);
  const modality = code(dataSet, tags.Modality);
  const known = kinds.find(([uid]) => sopClass === uid || sopClass.startsWith(`${uid}.`));
  if (known) return `${known[1]}${modality ? ` (modality ${modality})` : ''}: it holds no image to show.`;
  return `holds no image${modality ? ` (modality ${modality})` : ''}; open files with pixel data.`;
}
