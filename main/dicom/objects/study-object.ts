import { dirname } from 'node:path';
import type { DataSet } from 'dicom-parser';
import type { StudyObject } from '../../../preload/vocabulary';
import { tags } from '../tags';
import { uidFrom } from '../uid';
import { code, text } from '../values';
import { meaningOf } from './codes';
import { objectKindOf } from './kinds';

/** What a header says about its object, or null where it is no object that holds regions or maps. */
export function studyObjectOf(dataSet: DataSet, path: string): StudyObject | null {
  const sopClassUid = code(dataSet, tags.SOPClassUID);
  const kind = objectKindOf(sopClassUid);
  if (!kind) return null;
  const title = kind === 'SR' ? meaningOf(dataSet, tags.ConceptNameCodeSequence, dataSet) : '';
  return {
    kind,
    sopInstanceUid: code(dataSet, tags.SOPInstanceUID) || uidFrom('instance', path),
    sopClassUid,
    seriesInstanceUid: code(dataSet, tags.SeriesInstanceUID) || uidFrom('series', dirname(path)),
    seriesDescription: text(dataSet, tags.SeriesDescription),
    path,
    label: text(dataSet, tags.ContentLabel) || text(dataSet, tags.StructureSetLabel) || title,
  };
}
