import { createHash } from 'node:crypto';
import { createReadStream, existsSync } from 'node:fs';
import { readdir } from 'node:fs/promises';
import { join } from 'node:path';
import { pipeline } from 'node:stream/promises';
import { messageOf, PersonError } from '../process/errors';
import { checkDigest, type CheckedFolder } from './folder';

const graph = 'saved_model.pb';

/** Whether a folder holds a SavedModel: as the card says, else by the files that are there. */
export const isSavedModel = ({ folder, card }: CheckedFolder): boolean =>
  card.format
    ? card.format === 'saved-model'
    : existsSync(join(folder, graph)) && !existsSync(join(folder, 'model.json'));

/** saved_model.pb and what lies in variables/, which a frozen graph does not have; in the order of the digest. */
async function filesOf(folder: string): Promise<string[]> {
  const variables = join(folder, 'variables');
  if (!existsSync(variables)) return [graph];
  return [graph, ...(await readdir(variables)).sort().map((name) => join('variables', name))];
}

/**
 * Checks the weights of a SavedModel against its card, file by file, as they may be larger than memory.
 * Throws PersonError where a file cannot be read or they are not those of the card.
 */
export async function checkSavedModel(checked: CheckedFolder): Promise<void> {
  const hash = createHash('sha256');
  for (const file of await filesOf(checked.folder))
    try {
      await pipeline(createReadStream(join(checked.folder, file)), hash, { end: false });
    } catch (thrown) {
      const code = (thrown as NodeJS.ErrnoException).code ?? messageOf(thrown);
      throw new PersonError(
        `The file ${file} of the model folder ${checked.folder} cannot be read (${code}); copy it there again.`,
      );
    }
  checkDigest(checked, hash.digest('hex'));
}
