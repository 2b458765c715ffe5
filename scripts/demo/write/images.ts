import { CHEST_EXTENT } from '../chest/anatomy';
import type { CtSlice } from '../ct/ct';
import { CT_SPACING, CT_STEP } from '../ct/body';
import { SKIN_EXTENT } from '../skin/mole';
import type { Common, Place, Subject } from './common';
import { code, commonModules } from './common';
import { uidFor } from './uid';

/** Digital X-Ray Image – For Presentation (PS3.3 A.26), seen from behind. */
export function chestDataset(subject: Subject, place: Place, columns: number): Common {
  const spacing = (CHEST_EXTENT / columns).toString();
  return {
    ...commonModules(subject, place, '1.2.840.10008.5.1.4.1.1.1.1', 'DX'),
    PresentationIntentType: 'FOR PRESENTATION',
    ImageType: ['ORIGINAL', 'PRIMARY', ''],
    BodyPartExamined: 'CHEST',
    ViewPosition: 'PA',
    PatientOrientation: ['L', 'F'],
    ImageLaterality: 'U',
    AnatomicRegionSequence: code('51185008', 'Chest'),
    ViewCodeSequence: [{ ...code('399348003', 'postero-anterior')[0], ViewModifierCodeSequence: [] }],
    PositionerType: '',
    AcquisitionContextSequence: [],
    ImagerPixelSpacing: [spacing, spacing],
    DetectorType: 'DIRECT',
    PixelIntensityRelationship: 'LOG',
    PixelIntensityRelationshipSign: -1,
    RescaleIntercept: '0',
    RescaleSlope: '1',
    RescaleType: 'US',
    PresentationLUTShape: 'IDENTITY',
    WindowCenter: '2048',
    WindowWidth: '4096',
    WindowCenterWidthExplanation: 'Chest',
    KVP: '125',
  };
}

/** CT Image (PS3.3 A.3): one axial slice, feet first in number, Hounsfield units by slope and intercept. */
export function ctDataset(subject: Subject, place: Place, slice: CtSlice): Common {
  const spacing = CT_SPACING.toString();
  const edge = ((1 - slice.columns) / 2) * CT_SPACING;
  return {
    ...commonModules(subject, place, '1.2.840.10008.5.1.4.1.1.2', 'CT'),
    ImageType: ['ORIGINAL', 'PRIMARY', 'AXIAL'],
    AcquisitionNumber: '1',
    BodyPartExamined: 'CHEST',
    PatientPosition: 'HFS',
    FrameOfReferenceUID: uidFor(`${subject.key}/frame`),
    PositionReferenceIndicator: '',
    ImagePositionPatient: [edge.toString(), edge.toString(), slice.position.toString()],
    ImageOrientationPatient: ['1', '0', '0', '0', '1', '0'],
    SliceLocation: slice.position.toString(),
    SliceThickness: CT_STEP.toString(),
    PixelSpacing: [spacing, spacing],
    RescaleIntercept: '-1024',
    RescaleSlope: '1',
    RescaleType: 'HU',
    WindowCenter: ['-600', '40'],
    WindowWidth: ['1500', '400'],
    WindowCenterWidthExplanation: ['Lung', 'Soft tissue'],
    KVP: '120',
  };
}

/** VL Photographic Image (PS3.3 A.32.4): a colour dermoscopy picture. */
export function skinDataset(subject: Subject, place: Place, columns: number): Common {
  const spacing = (SKIN_EXTENT / columns).toString();
  return {
    ...commonModules(subject, place, '1.2.840.10008.5.1.4.1.1.77.1.4', 'XC'),
    ImageType: ['ORIGINAL', 'PRIMARY'],
    PatientOrientation: '',
    Laterality: '',
    PixelSpacing: [spacing, spacing],
    AnatomicRegionSequence: code('39937001', 'Skin'),
    AcquisitionContextSequence: [],
  };
}
