import { join } from 'node:path';
import { openDatabase } from './database';
import { ModelFolders } from './model-folders';
import { Reviews } from './reviews';
import { Settings } from './settings';
import { Trail } from './trail';

/** Everything that outlives a run, in one file of the profile's folder. */
export interface Store {
  readonly reviews: Reviews;
  readonly modelFolders: ModelFolders;
  readonly settings: Settings;
  readonly trail: Trail;
  /** One sentence for the person where the store could not be read and was begun anew, else ''. */
  readonly notice: string;
  close(): void;
}

/** Opens the store of a profile folder, making it where there is none. Throws PersonError where it cannot. */
export function openStore(folder: string): Store {
  const { database, notice } = openDatabase(join(folder, 'sightline.sqlite'));
  return {
    reviews: new Reviews(database),
    modelFolders: new ModelFolders(database),
    settings: new Settings(database),
    trail: new Trail(database),
    notice,
    close: () => void database.close(),
  };
}
