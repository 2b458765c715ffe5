import type { Slice, Window } from '../../preload/vocabulary';

const window = (explanation: string, center: number, width: number): Window => ({
  center,
  width,
  explanation,
});

/** Windows of CT in HU, in the order in which reading rooms have them on their keys. */
export const ctPresets: readonly Window[] = [
  window('Soft tissue', 40, 400),
  window('Lung', -600, 1500),
  window('Bone', 480, 2500),
  window('Brain', 40, 80),
  window('Liver', 60, 150),
  window('Mediastinum', 50, 350),
  window('Subdural', 75, 215),
  window('Stroke', 40, 40),
  window('Angiography', 300, 600),
];

/** Windows of PET in units of standardised uptake, from nothing to a value. */
const uptakePresets: readonly Window[] = [5, 7, 10, 15, 20].map((top) => ({
  ...window(`0 to ${top}`, top / 2, top),
  voiLutFunction: 'LINEAR_EXACT',
}));

/** Units of RescaleType and of the Units attribute that are standardised uptake values (PS3.3 C.8.9.1.1.3). */
const isUptake = (unit: string): boolean => /^(SUV.*|GML|g\/ml)$/i.test(unit);

/**
 * Windows that belong to a modality rather than to a file: of CT in HU and of PET in uptake values by their numbers;
 * of all else, whose numbers mean nothing in themselves, made of the slice's own window and range.
 */
export function presetsFor(slice: Slice): readonly Window[] {
  if (slice.samples === 3) return [];
  if (slice.unit === 'HU') return ctPresets;
  if (isUptake(slice.unit)) return uptakePresets;
  return relative(slice);
}

function relative({ windows, minimum, maximum, pixels }: Slice): readonly Window[] {
  const own = windows[0];
  const range = maximum - minimum;
  if (!own || !(range > 0)) return [];
  // LINEAR takes whole numbers and shows its last value at centre + width / 2 − 1 (PS3.3 C.11.2.1.2.1).
  const exact = pixels instanceof Float32Array ? ({ voiLutFunction: 'LINEAR_EXACT' } as const) : {};
  const smallest = pixels instanceof Float32Array ? Number.MIN_VALUE : 1;
  const narrower = Math.max(smallest, own.width / 2);
  return [
    { ...window('More contrast', own.center, narrower), ...exact },
    { ...window('Less contrast', own.center, own.width * 2), ...exact },
    { ...window('All values', minimum + range / 2, Math.max(smallest, range)), ...exact },
  ];
}
