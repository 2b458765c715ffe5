import { uidFor } from './uid';

/** Who and when a demonstration image pretends to be: nobody, on a fixed day. */
export interface Subject {
  /** Names the study and everything in it; the same name gives the same UIDs. */
  key: string;
  patientName: string;
  patientId: string;
  studyDescription: string;
}

/** Place of an image in its study. */
export interface Place {
  series: number;
  seriesDescription: string;
  instance: number;
}

const DATE = '20260105';
const TIME = '090000';

/** Patient, General Study, General Series, General Equipment and SOP Common modules (PS3.3 C.7, C.12.1). */
export function commonModules(subject: Subject, place: Place, sopClassUid: string, modality: string): Common {
  return {
    SpecificCharacterSet: 'ISO_IR 100',
    SOPClassUID: sopClassUid,
    SOPInstanceUID: uidFor(`${subject.key}/${place.series}/${place.instance}`),
    StudyInstanceUID: uidFor(subject.key),
    SeriesInstanceUID: uidFor(`${subject.key}/${place.series}`),
    ...studyElements(subject),
    Modality: modality,
    SeriesNumber: String(place.series),
    SeriesDescription: place.seriesDescription,
    InstanceNumber: String(place.instance),
    Manufacturer: 'Sightline phantom generator',
    ManufacturerModelName: 'Demonstration',
    SoftwareVersions: '1',
    DeviceSerialNumber: '1',
    ImageComments: 'Computed phantom for demonstration. Not an image of a person.',
    BurnedInAnnotation: 'NO',
    LossyImageCompression: '00',
  };
}

/** A data set that has its SOP identifiers. */
export type Common = Record<string, unknown> & { SOPClassUID: string; SOPInstanceUID: string };

function studyElements(subject: Subject): Record<string, string> {
  return {
    StudyID: 'DEMO',
    StudyDate: DATE,
    SeriesDate: DATE,
    AcquisitionDate: DATE,
    ContentDate: DATE,
    StudyTime: TIME,
    SeriesTime: TIME,
    AcquisitionTime: TIME,
    ContentTime: TIME,
    AccessionNumber: '',
    ReferringPhysicianName: '',
    StudyDescription: subject.studyDescription,
    PatientName: subject.patientName,
    PatientID: subject.patientId,
    PatientBirthDate: '',
    PatientSex: 'O',
  };
}

/** A coded concept (PS3.3 8.8), SNOMED CT unless told. */
export function code(value: string, meaning: string, scheme = 'SCT'): Record<string, string>[] {
  return [{ CodeValue: value, CodingSchemeDesignator: scheme, CodeMeaning: meaning }];
}
