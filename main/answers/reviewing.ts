import type { Answers } from './bind';
import type { Desk } from './desk';

/** What the reviewer marks and writes; on disk before the answer is given. */
export function reviewing({
  store: { reviews },
}: Desk): Pick<Answers, 'loadReview' | 'saveRegions' | 'saveMeasurements' | 'saveComment'> {
  return {
    loadReview: ({ studyInstanceUid }) =>
      reviews.load(studyInstanceUid) ?? { regions: [], measurements: [], comment: '' },
    saveRegions: ({ studyInstanceUid, regions }) => {
      reviews.saveRegions(studyInstanceUid, regions);
      return null;
    },
    saveMeasurements: ({ studyInstanceUid, measurements }) => {
      reviews.saveMeasurements(studyInstanceUid, measurements);
      return null;
    },
    saveComment: ({ studyInstanceUid, comment }) => {
      reviews.saveComment(studyInstanceUid, comment);
      return null;
    },
  };
}
