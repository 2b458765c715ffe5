import type { Answers } from './bind';
import type { Desk } from './desk';

/** A frame that takes longer than this has hung its decoder. */
export const sliceTimeLimit = 60_000;

/** Pixels. */
export function slices({ reader, requests }: Desk): Pick<Answers, 'readSlice'> {
  return {
    readSlice: ({ path, frame, requestId }) =>
      requests.run(requestId, (signal) =>
        reader.call('slice', { path, frame }, { signal, timeLimit: sliceTimeLimit }),
      ),
  };
}
