import { existsSync } from 'node:fs';
import { readdir } from 'node:fs/promises';
import { join } from 'node:path';

/** Where the application's own parts are. */
export interface Places {
  readonly preload: string;
  readonly renderer: string;
  readonly reader: string;
  readonly engine: string;
  readonly report: string;
  readonly demo: string;
  readonly models: string;
}

/**
 * @param appPath the application's folder or archive, which holds what was built
 * @param assets the folder of models and demonstration material, which is outside the archive when packaged
 */
export function placesIn(appPath: string, assets: string): Places {
  const built = join(appPath, 'dist');
  return {
    preload: join(built, 'preload', 'preload.cjs'),
    renderer: join(built, 'renderer'),
    reader: join(built, 'node', 'reader.cjs'),
    engine: join(built, 'node', 'engine.cjs'),
    report: join(built, 'node', 'report.cjs'),
    demo: join(assets, 'demo'),
    models: join(assets, 'models'),
  };
}

/** The model folders that come with the application, by name. */
export async function bundledModels(folder: string): Promise<string[]> {
  if (!existsSync(folder)) return [];
  const entries = await readdir(folder, { withFileTypes: true });
  const names = entries.filter((entry) => entry.isDirectory()).map((entry) => entry.name);
  return names.sort().map((name) => join(folder, name));
}
