import type { CutDirection } from '../../picture/mpr/cut';

/** A way to show a series: as it was acquired, or cut along a plane of the patient. */
export interface PlaneChoice {
  readonly id: string;
  readonly direction: CutDirection | null;
  readonly short: string;
  readonly title: string;
  readonly key: string;
}

/** In the order of their keys. */
export const planeChoices: readonly PlaneChoice[] = [
  { id: 'acquired', direction: null, short: 'Acq', title: 'As acquired', key: 'Alt+1' },
  { id: 'axial', direction: 'axial', short: 'Ax', title: 'Cut axially', key: 'Alt+2' },
  { id: 'coronal', direction: 'coronal', short: 'Cor', title: 'Cut coronally', key: 'Alt+3' },
  { id: 'sagittal', direction: 'sagittal', short: 'Sag', title: 'Cut sagittally', key: 'Alt+4' },
];
