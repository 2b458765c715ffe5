import { describe, expect, it } from 'vitest';
import type { Study } from '../../preload/vocabulary';
import { filterStudies } from './study-filter';

const study = (patientName: string, changes: Partial<Study> = {}): Study =>
  ({
    ...{ patientName, patientId: 'P-7', studyDate: '20261124', accessionNumber: '' },
    studyDescription: 'Chest',
    series: [
      { modality: 'CT', seriesDescription: 'Lung 1 mm', bodyPartExamined: '', seriesNumber: 3 },
      { modality: 'SR', seriesDescription: 'Dose', bodyPartExamined: '', seriesNumber: 9 },
    ],
    ...changes,
  }) as unknown as Study;

const studies = [
  study('Müller, Änne'),
  study('Ito, Taro', { studyDescription: 'Brain', studyDate: '20250102' }),
];

const found = (wish: string): string[] => filterStudies(studies, wish).map(({ patientName }) => patientName);

describe('the filter of studies', () => {
  it('without words finds the very list it was given', () => {
    expect(filterStudies(studies, '  ')).toBe(studies);
  });

  it.each([
    ['muller', ['Müller, Änne']],
    ['ÄNNE', ['Müller, Änne']],
    ['2025-01', ['Ito, Taro']],
    ['p-7', ['Müller, Änne', 'Ito, Taro']],
    ['ito chest', []],
  ])('"%s" finds %j', (wish, names) => {
    expect(found(wish)).toEqual(names);
  });

  it('keeps only the series that hold what the study does not', () => {
    const [one] = filterStudies(studies, 'ito ct lung');
    expect(one!.series).toEqual([studies[1]!.series[0]]);
  });
});
