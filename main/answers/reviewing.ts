import type { Answers } from './bind';
import type { Desk } from './desk';

/** What the reviewer marks and writes; on disk before the answer is given. */
export function reviewing({
  store: { reviews },
}: Desk): Pick<Answers, 'loadReview' | 'saveRegions' | 'saveComment'> {
  return {
    loadReview: ({ studyInstanceUid }) => reviews.load(studyInstanceUid) ?? { regions: [], comment: '' },
    saveRegions: ({ studyInstanceUid, regions }) => {
      reviews.saveRegions(studyInstanceUid, regions);
      return null;
    },
    saveComment: ({ studyInstanceUid, comment }) => {
      reviews.saveComment(studyInstanceUid, comment);
      return null;
    },
  };
}
