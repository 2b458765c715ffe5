// @ts-check
import { APP, buildOrExit } from './build.mjs';
import { runEntry } from './entry.mjs';
import { setUp } from './setup/index.mjs';

// Only the measurements of the window need one.
const needsWindow = process.argv[2] === 'ui';
if (needsWindow) {
  await setUp('app', process.stderr);
  await buildOrExit(APP, process.stderr);
}
await runEntry('bench', needsWindow ? 'app' : 'cli');
