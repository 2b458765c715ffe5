import { describe, expect, it } from 'vitest';
import type { Measurement, MeasurementKind, Slice } from '../../preload/vocabulary';
import { valueText } from './figures';
import { type Point, scaleOf } from './scale';
import { type Ground, titleOf, wordingOf } from './wording';

const measurement = (kind: MeasurementKind, points: Point[], text = ''): Measurement => ({
  id: 'm',
  sopInstanceUid: '1',
  frame: 1,
  kind,
  points,
  text,
});
/** 10 × 10 pixels: 100 in the first five columns, −20 in the last five. */
const slice = {
  rows: 10,
  columns: 10,
  samples: 1,
  unit: 'HU',
  pixels: Int16Array.from({ length: 100 }, (_, i) => (i % 10 < 5 ? 100 : -20)),
} as unknown as Slice;
const patient: Ground = { scale: scaleOf({ row: 0.5, column: 0.5, kind: 'patient' }), slice };
const line: Point[] = [
  [0, 0],
  [6, 8],
];

describe('the wording of a measurement', () => {
  it('has millimetres where they are known, and says where they are only the detector’s', () => {
    const length = measurement('length', line);
    expect(wordingOf(length, patient)).toEqual(['5.0 mm']);
    const detector = scaleOf({ row: 0.5, column: 0.5, kind: 'detector' });
    expect(wordingOf(length, { ...patient, scale: detector })).toEqual(['5.0 mm at detector']);
    expect(wordingOf(length, { ...patient, scale: scaleOf(null) })).toEqual(['10.0 px']);
  });

  it('gives columns and rows where only their ratio is known', () => {
    const scale = scaleOf({ row: 4, column: 3, kind: 'aspect' });
    expect(wordingOf(measurement('length', line), { scale, slice })).toEqual(['6.0 columns × 8.0 rows']);
    expect(wordingOf(measurement('bidirectional', [...line, ...line]), { scale, slice })[0]).toMatch(/^No /);
  });

  it('names angles', () => {
    expect(
      wordingOf(
        measurement('angle', [
          [0, 5],
          [0, 0],
          [5, 0],
        ]),
        patient,
      ),
    ).toEqual(['Angle 90.0°']);
    expect(
      wordingOf(
        measurement('cobb', [
          [0, 0],
          [5, 0],
          [0, 9],
          [-5, 14],
        ]),
        patient,
      ),
    ).toEqual(['Cobb 45.0°']);
    expect(
      wordingOf(
        measurement('angle', [
          [0, 0],
          [0, 0],
          [5, 0],
        ]),
        patient,
      ),
    ).toEqual(['Angle –']);
  });

  it('names the long and the short axis', () => {
    const axes = measurement('bidirectional', [
      [0, 0],
      [4, 0],
      [2, -4],
      [2, 6],
    ]);
    expect(wordingOf(axes, patient)).toEqual(['5.0 × 2.0 mm']);
  });

  it('gives area and values of what lies inside', () => {
    const box: Point[] = [
      [4, 0],
      [6, 10],
    ];
    expect(wordingOf(measurement('rectangle', box), patient)).toEqual([
      'A 5.00 mm²',
      'mean 40.0 HU · SD 60.0',
      'min −20 · max 100',
    ]);
    expect(wordingOf(measurement('rectangle', box), { scale: scaleOf(null), slice: null })).toEqual([
      'A 20.0 px²',
    ]);
    const nowhere = measurement('ellipse', [
      [0.6, 0.6],
      [0.9, 0.9],
    ]);
    expect(wordingOf(nowhere, patient)).toContain('no pixel’s centre is inside');
  });

  it('gives the value of a pixel with its column and row from 1', () => {
    expect(wordingOf(measurement('probe', [[9.5, 2.5]]), patient)).toEqual(['−20 HU', '(10, 3)']);
    const pixels = Uint8ClampedArray.from([1, 2, 3, 40, 50, 60]);
    const colour = { ...slice, rows: 1, columns: 2, samples: 3, pixels } as Slice;
    expect(wordingOf(measurement('probe', [[1.5, 0.5]]), { ...patient, slice: colour })[0]).toBe(
      'RGB 40 50 60',
    );
  });

  it('leaves out units that say nothing', () => {
    const probe = measurement('probe', [[9.5, 2.5]]);
    for (const unit of ['US', 'SIGNAL INTENSITY (UNITLESS)', ''])
      expect(wordingOf(probe, { ...patient, slice: { ...slice, unit } })[0]).toBe('−20');
  });

  it('is one line in a list', () => {
    const angle = measurement('angle', [
      [0, 5],
      [0, 0],
      [5, 0],
    ]);
    const box = measurement('rectangle', [
      [4, 0],
      [6, 10],
    ]);
    expect([measurement('length', line), angle, box].map((one) => titleOf(one, patient))).toEqual([
      'Length 5.0 mm',
      'Angle 90.0°',
      'Rectangle',
    ]);
    const written = [
      measurement('length', line, 'cyst'),
      { ...box, text: 'muscle' },
      measurement('arrow', line, 'here'),
    ];
    expect(written.map((one) => titleOf(one, patient))).toEqual(['cyst · 5.0 mm', 'muscle', 'here']);
    expect(titleOf(measurement('arrow', line), patient)).toBe('Arrow');
  });

  it('ends with what a person wrote', () =>
    expect(wordingOf(measurement('arrow', line, 'old fracture'), patient)).toEqual(['old fracture']));

  it('keeps the digits that count of fractions', () => {
    const fractions = {
      ...slice,
      unit: '',
      pixels: Float32Array.from(slice.pixels, (value) => value / 8000),
    };
    const all = measurement('rectangle', [
      [0, 0],
      [10, 10],
    ]);
    expect(wordingOf(all, { ...patient, slice: fractions }).slice(1)).toEqual([
      'mean 0.005000 · SD 0.007500',
      'min −0.0025 · max 0.0125',
    ]);
    expect([1234.567, -0.5, 1500, 0].map(valueText)).toEqual(['1234.57', '−0.5', '1500', '0']);
  });
});
