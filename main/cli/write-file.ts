import { randomUUID } from 'node:crypto';
import { mkdir, rename, rm, writeFile } from 'node:fs/promises';
import { dirname } from 'node:path';
import { messageOf, PersonError } from '../process/errors';

/** Writes a file whole or not at all, making its folder where there is none. Throws PersonError naming the file. */
export async function writeWhole(path: string, content: string | Uint8Array): Promise<void> {
  const temporary = `${path}.${randomUUID()}.tmp`;
  try {
    await mkdir(dirname(path), { recursive: true });
    await writeFile(temporary, content);
    await rename(temporary, path);
  } catch (thrown) {
    await rm(temporary, { force: true });
    throw new PersonError(`${path} cannot be written: ${messageOf(thrown)}.`);
  }
}

/** JSON for people and programs alike. */
export const toJson = (value: unknown): string => `${JSON.stringify(value, null, 2)}\n`;
