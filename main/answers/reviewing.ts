import { textOf, valueOf } from '../../preload/text';
import type { Answers } from './bind';
import type { Desk } from './desk';

/** What the reviewer marks and writes; on disk before the answer is given. */
export function reviewing({
  store: { reviews },
}: Desk): Pick<Answers, 'loadReview' | 'changeRegions' | 'changeMeasurements' | 'saveComment'> {
  return {
    loadReview: ({ studyInstanceUid }) =>
      textOf(reviews.load(studyInstanceUid) ?? { regions: [], measurements: [], comment: '' }),
    changeRegions: ({ studyInstanceUid, change }) => {
      reviews.changeRegions(studyInstanceUid, valueOf(change));
      return null;
    },
    changeMeasurements: ({ studyInstanceUid, change }) => {
      reviews.changeMeasurements(studyInstanceUid, valueOf(change));
      return null;
    },
    saveComment: ({ studyInstanceUid, comment }) => {
      reviews.saveComment(studyInstanceUid, comment);
      return null;
    },
  };
}
