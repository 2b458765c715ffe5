import { basename } from 'node:path';
import { CancelledError, messageOf, PersonError } from '../process/errors';

/** What is wrong with a file, without its name: completes the sentence "<file> …". */
export class FileFault extends Error {
  override readonly name: string = 'FileFault';
}

/** A file that is no image and never was one. */
export class NotAnImage extends FileFault {}

const systemReasons: Readonly<Record<string, string>> = {
  EACCES: 'may not be read with your rights; ask its owner for access.',
  EPERM: 'may not be read with your rights; ask its owner for access.',
  ENOENT: 'is no longer there; check that the disk is connected and open it again.',
  EISDIR: 'is a folder, not an image file.',
  EMFILE: 'could not be opened because too many files are open; close other applications and open it again.',
  EIO: 'could not be read because the disk reported an error; copy it to another disk and open it again.',
  ELOOP: 'is a link that leads back to itself; open what it is meant to lead to.',
};

/** Line breaks and other controls, and what turns the direction of the text that follows. */
const unprintable = /[\p{Cc}\u2028\u2029\u202a-\u202e\u2066-\u2069]/gu;

/**
 * The sentence that a person reads about a file: its name, what is wrong with it, what to do. One line, whatever bytes
 * of the file, or of its name, it quotes.
 */
export function sentenceAbout(path: string, thrown: unknown): string {
  return `${basename(path) || path} ${reasonOf(thrown)}`.replace(unprintable, '\ufffd');
}

/** Runs work on a file; anything thrown becomes one sentence with the file's name. */
export async function naming<Result>(path: string, work: () => Promise<Result>): Promise<Result> {
  try {
    return await work();
  } catch (thrown) {
    if (thrown instanceof CancelledError || thrown instanceof PersonError) throw thrown;
    throw new PersonError(sentenceAbout(path, thrown), { cause: thrown });
  }
}

function reasonOf(thrown: unknown): string {
  if (thrown instanceof FileFault) return thrown.message;
  const code = (thrown as NodeJS.ErrnoException | null)?.code;
  const known = typeof code === 'string' ? systemReasons[code] : undefined;
  return known ?? `could not be read (${messageOf(thrown)}); the file may be damaged, ask for a new copy.`;
}
