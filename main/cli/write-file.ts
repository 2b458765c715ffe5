import { writeWhole } from '../process/write-whole';

/** Writes a file of a command's output whole or not at all, making its folder where there is none. */
export const writeOutput = (path: string, content: string | Uint8Array): Promise<void> =>
  writeWhole(path, content, { makeFolder: true });

/** JSON for people and programs alike. */
export const toJson = (value: unknown): string => `${JSON.stringify(value, null, 2)}\n`;
