import { existsSync } from 'node:fs';
import { readdir } from 'node:fs/promises';
import { join } from 'node:path';
import type { Opened } from '../../preload/contract';
import type { Region } from '../../preload/vocabulary';
import { readRegionsFile } from '../store/regions-file';
import type { Reviews } from '../store/reviews';

/** The regions that come with the demonstration study; none where there is no file. */
export async function demonstrationRegions(folder: string): Promise<readonly Region[]> {
  const path = join(folder, 'regions.json');
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
