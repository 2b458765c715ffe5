import type { BigIntStats } from 'node:fs';
import { stat } from 'node:fs/promises';
import { dirname } from 'node:path';

/**
 * The ZIP that a path leads into, or null where it is a path of the disk: what lies below a file can only be inside it.
 * Only looked for where the path itself is not there.
 */
export async function archivePathOf(path: string): Promise<string | null> {
  if (await found(path)) return null;
  for (let above = dirname(path), below = path; above !== below; [below, above] = [above, dirname(above)]) {
    const stats = await found(above);
    if (stats) return stats.isFile() ? above : null;
  }
  return null;
}

/**
 * What a file is as long as nobody writes it: another file under the same name has another. Of an entry of a ZIP it
 * is that of the ZIP.
 * @returns null where there is no such file
 */
export async function fingerprint(path: string): Promise<string | null> {
  const stats = (await found(path)) ?? (await found((await archivePathOf(path)) ?? path));
  return stats && [stats.ino, stats.size, stats.mtimeNs].join(' ');
}

async function found(path: string): Promise<BigIntStats | null> {
  return stat(path, { bigint: true }).catch(() => null);
}
