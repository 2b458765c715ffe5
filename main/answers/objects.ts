import type { Answers } from './bind';
import type { Desk } from './desk';

/** A segmentation of thousands of frames takes seconds; one that takes longer than this has hung its decoder. */
const objectTimeLimit = 120_000;

/** Objects that say something about images. */
export function objects({ reader, requests }: Desk): Pick<Answers, 'readObject'> {
  return {
    readObject: ({ path, instances, requestId }) =>
      requests.run(requestId, (signal) =>
        reader.call('object', { path, instances }, { signal, timeLimit: objectTimeLimit }),
      ),
  };
}
