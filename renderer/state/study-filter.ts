import type { Series, Study } from '../../preload/vocabulary';

const foldCase = (text: string): string => text.normalize('NFKD').replace(/\p{M}/gu, '').toLowerCase();

const wordsOf = (wish: string): string[] => foldCase(wish).split(/\s+/).filter(Boolean);

const studyText = (study: Study): string =>
  [
    ...[study.patientName, study.patientId, study.studyDate, study.accessionNumber, study.studyDescription],
    // The date also as people write it: 2026-11-24.
    study.studyDate.replace(/^(\d{4})(\d{2})(\d{2})$/, '$1-$2-$3'),
  ].join(' ');

const seriesText = ({ modality, seriesDescription, bodyPartExamined, seriesNumber }: Series): string =>
  [modality, seriesDescription, bodyPartExamined, seriesNumber ?? ''].join(' ');

/**
 * The studies that a wish finds. Every word must occur, in the words of the study or of one of its series, in any case
 * and with or without accents; where only series hold a word, only these series stay.
 */
export function filterStudies(studies: readonly Study[], wish: string): readonly Study[] {
  const words = wordsOf(wish);
  if (words.length === 0) return studies;
  return studies.flatMap((study) => {
    const own = foldCase(studyText(study));
    const left = words.filter((word) => !own.includes(word));
    if (left.length === 0) return [study];
    const series = study.series.filter((one) =>
      left.every((word) => foldCase(seriesText(one)).includes(word)),
    );
    return series.length > 0 ? [{ ...study, series }] : [];
  });
}
