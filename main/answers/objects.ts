import { z } from 'zod';
import { textOf, valueOf } from '../../preload/text';
import type { Answers } from './bind';
import type { Desk } from './desk';
import { instanceSchema } from './schemas/study';

/** A segmentation of thousands of frames takes seconds; one that takes longer than this has hung its decoder. */
const objectTimeLimit = 120_000;

const instancesSchema = z.array(instanceSchema).max(100_000);

/** Objects that say something about images. */
export function objects({ reader, requests }: Desk): Pick<Answers, 'readObject'> {
  return {
    readObject: ({ path, instances: text, requestId }) =>
      requests.run(requestId, async (signal) => {
        const instances = instancesSchema.parse(valueOf(text));
        const options = { signal, timeLimit: objectTimeLimit };
        const imported = await reader.call('object', { path, instances }, options);
        return { ...imported, regions: textOf(imported.regions) };
      }),
  };
}
