import type { Measurement, ReportContent } from '../../../preload/vocabulary';
import { syntheticContent } from './content';

const size = 256;

/** A report of an image of 100 HU in its left half and −20 HU in its right half, 0.5 mm a column and 1 mm a row. */
export function measuredContent(
  measurements: readonly (Pick<Measurement, 'kind' | 'points'> & { text?: string })[],
  spacing: ReportContent['instance']['spacing'] = { row: 1, column: 0.5, kind: 'patient' },
): ReportContent {
  const base = syntheticContent();
  const { sopInstanceUid, frame } = base.slice;
  const pixels = Int16Array.from({ length: size * size }, (_, i) => (i % size < size / 2 ? 100 : -20));
  return {
    ...base,
    instance: { ...base.instance, spacing },
    slice: { ...base.slice, pixels, unit: 'HU', windows: [], minimum: -20, maximum: 100 },
    display: { ...base.display, window: null },
    measurements: measurements.map((one, index) => ({
      ...{ id: `m${index + 1}`, sopInstanceUid, frame, text: '', ...one },
    })),
  };
}

/** One of every kind, with what it measures by hand on the image above. */
export const everyKind: readonly (Pick<Measurement, 'kind' | 'points'> & {
  text?: string;
  says: string;
  figures: readonly (readonly [name: string, value: number, unit: string])[];
})[] = [
  {
    // 80 columns and 30 rows: 40 mm and 30 mm, so 50 mm.
    ...{
      kind: 'length',
      points: [
        [20, 20],
        [100, 50],
      ],
      text: 'width of the lesion',
    },
    ...{ says: '50.0 mm', figures: [['length', 50, 'mm']] },
  },
  {
    // 20 mm down and 20 mm across, from one vertex.
    ...{
      kind: 'angle',
      points: [
        [150, 80],
        [150, 60],
        [190, 60],
      ],
    },
    ...{ says: 'Angle 90.0°', figures: [['angle', 90, '°']] },
  },
  {
    // One line level, the other 10 mm across and 10 mm down.
    ...{
      kind: 'cobb',
      points: [
        [150, 100],
        [200, 100],
        [160, 130],
        [180, 140],
      ],
    },
    ...{ says: 'Cobb 45.0°', figures: [['Cobb angle', 45, '°']] },
  },
  {
    ...{
      kind: 'bidirectional',
      points: [
        [30, 90],
        [70, 90],
        [50, 84],
        [50, 96],
      ],
    },
    ...{
      says: '20.0 × 12.0 mm',
      figures: [
        ['long axis', 20, 'mm'],
        ['short axis', 12, 'mm'],
      ],
    },
  },
  {
    // 20 × 10 pixels, one half of them 100 HU and the other −20 HU: mean 40, deviation 60.
    ...{
      kind: 'rectangle',
      points: [
        [118, 200],
        [138, 210],
      ],
    },
    says: 'A 100 mm² · mean 40.0 HU · SD 60.0 · min −20 · max 100',
    figures: [
      ['area', 100, 'mm²'],
      ['pixels', 200, ''],
      ['mean', 40, 'HU'],
      ['deviation', 60, 'HU'],
      ['minimum', -20, 'HU'],
      ['maximum', 100, 'HU'],
    ],
  },
  {
    ...{ kind: 'probe', points: [[200.5, 30.5]] },
    ...{ says: '−20 HU · (201, 31)', figures: [['value', -20, 'HU']] },
  },
  {
    kind: 'arrow',
    points: [
      [60, 150],
      [80, 180],
    ],
    text: 'here',
    says: '',
    figures: [],
  },
];
