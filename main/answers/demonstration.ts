import { existsSync } from 'node:fs';
import { readdir } from 'node:fs/promises';
import { join } from 'node:path';
import type { Opened } from '../../preload/contract';
import type { Region } from '../../preload/vocabulary';
import { readRegionsFile } from '../store/regions-file';
import type { Reviews } from '../store/reviews';

const regionsFile = 'regions.json';

/** The images of the demonstration study, without the file of its regions, which is none. */
export async function demonstrationImages(folder: string): Promise<string[]> {
  // Where it is missing, the folder itself: the reader says so in its own words.
  if (!existsSync(folder)) return [folder];
  return (await readdir(folder)).filter((name) => name !== regionsFile).map((name) => join(folder, name));
}

/** The regions that come with the demonstration study; none where there is no file. */
export async function demonstrationRegions(folder: string): Promise<readonly Region[]> {
  const path = join(folder, regionsFile);
  return existsSync(path) ? readRegionsFile(path) : [];
}

/** Begins the review of each study that none was begun of, with those of the given regions that lie on it. */
export function beginReviews(reviews: Reviews, { studies }: Opened, regions: readonly Region[]): void {
  for (const { studyInstanceUid, series } of studies) {
    const uids = new Set(
      series.flatMap(({ instances }) => instances.map((instance) => instance.sopInstanceUid)),
    );
    const own = regions.filter(({ sopInstanceUid }) => uids.has(sopInstanceUid));
    if (own.length > 0) reviews.begin(studyInstanceUid, own);
  }
}
