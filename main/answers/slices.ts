import type { Answers } from './bind';
import type { Desk } from './desk';

/** The reader gives a decoder that hangs up by itself; one that is silent for longer than this hangs as a whole. */
export const sliceTimeLimit = 180_000;

/** Pixels. */
export function slices({ reader, requests }: Desk): Pick<Answers, 'readSlice'> {
  return {
    readSlice: ({ path, frame, ahead, requestId }) =>
      requests.run(requestId, (signal) =>
        reader.call('slice', { path, frame, ahead }, { signal, timeLimit: sliceTimeLimit }),
      ),
  };
}
