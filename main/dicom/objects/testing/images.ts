import type { Instance } from '../../../../preload/vocabulary';

/** An open image for a test: 16 × 12 pixels of 1 mm by default, axial. */
export function imageInstance(changes: Partial<Instance> = {}): Instance {
  return {
    ...{ sopInstanceUid: '1.2.1', sopClassUid: '1.2.840.10008.5.1.4.1.1.2', path: '/ct.dcm' },
    ...{
      transferSyntaxUid: '1.2.840.10008.1.2.1',
      instanceNumber: 1,
      numberOfFrames: 1,
      rows: 12,
      columns: 16,
    },
    geometry: { position: [0, 0, 0], orientation: [1, 0, 0, 0, 1, 0] },
    frameGeometry: null,
    sliceThickness: 2,
    spacing: { row: 1, column: 1, kind: 'patient' },
    ...{ patientOrientation: null, laterality: '', lossy: false, lossyRatio: null, imageType: [] },
    ...{ frameRate: null, frameOfReferenceUid: '1.9' },
    ...changes,
  };
}

/** So many axial images, 2 mm apart from z = 0 up, with UIDs 1.2.1, 1.2.2, … */
export function imageStack(count: number, changes: Partial<Instance> = {}): Instance[] {
  return Array.from({ length: count }, (_, index) =>
    imageInstance({
      sopInstanceUid: `1.2.${index + 1}`,
      instanceNumber: index + 1,
      geometry: { position: [0, 0, index * 2], orientation: [1, 0, 0, 0, 1, 0] },
      ...changes,
    }),
  );
}
