import { readFile } from 'node:fs/promises';
import { z } from 'zod';
import type { Region } from '../../preload/vocabulary';
import { messageOf, PersonError } from '../process/errors';
import { regionSchema } from './region-schema';

/** In a file a mark may do without an id; it then gets its place in the list. */
const fileSchema = z.array(z.looseObject({}));

/**
 * Reads a regions file: a JSON list of {sopInstanceUid, frame, kind, label, shape, points}.
 * @throws PersonError naming the file and the first entry that is wrong
 */
export async function readRegionsFile(path: string): Promise<Region[]> {
  const list = fileSchema.safeParse(await readJson(path));
  if (!list.success) throw new PersonError(`${path} is not a regions file: it must hold a list of regions.`);
  return list.data.map((entry, index) => readEntry(path, entry, index));
}

function readEntry(path: string, entry: Record<string, unknown>, index: number): Region {
  const region = regionSchema.safeParse({ id: `region-${index + 1}`, ...entry });
  if (region.success) return region.data;
  const issue = region.error.issues[0];
  const where = issue?.path.join('.') || 'entry';
  throw new PersonError(`Region ${index + 1} of ${path} cannot be used: ${where}: ${issue?.message ?? ''}.`);
}

async function readJson(path: string): Promise<unknown> {
  try {
    return JSON.parse(await readFile(path, 'utf8'));
  } catch (thrown) {
    throw new PersonError(`The regions file ${path} cannot be read: ${messageOf(thrown)}.`);
  }
}
