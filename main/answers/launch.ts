import { resolve } from 'node:path';
import { parseArgs } from 'node:util';

/** What the command line asks of the application. */
export interface Launch {
  /** Absolute paths to open. */
  readonly paths: readonly string[];
  /** Opens the demonstration study with its regions. */
  readonly demo: boolean;
  /** Absolute folder of a guided tour's output, or ''. */
  readonly tour: string;
}

/**
 * Reads `[app folder] [paths…] [--demo] [--tour DIR]`; Chromium's own switches may stand anywhere and are passed over.
 * @param args without the executable
 * @param appPath the application's folder, which a development run names as its first argument
 */
export function readLaunch(args: readonly string[], appPath: string, workingDirectory: string): Launch {
  const { values, positionals } = parseArgs({
    args: [...args],
    strict: false,
    allowPositionals: true,
    options: { demo: { type: 'boolean' }, tour: { type: 'string' } },
  });
  const paths = positionals.map((path) => resolve(workingDirectory, path));
  const [first, ...rest] = paths;
  return {
    paths: first === resolve(appPath) ? rest : paths,
    demo: values.demo === true,
    tour: typeof values.tour === 'string' ? resolve(workingDirectory, values.tour) : '',
  };
}
