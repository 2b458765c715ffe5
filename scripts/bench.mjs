// @ts-check
import { APP, build } from './build.mjs';
import { withDisplay } from './display.mjs';
import { electronEnv, electronPath, launchArgs } from './electron.mjs';
import { runEntry } from './entry.mjs';
import { setUp } from './setup/index.mjs';

/**
 * Measures what needs a window: the bundle opens the application itself, on a virtual screen where there is none.
 * @param {string} name
 */
async function measureWindow(name) {
  // The reader is measured beside the tools that the tests compare with.
  await setUp(name === 'reader' ? 'tests' : 'app', process.stderr);
  await build(APP, process.stderr);
  await withDisplay((screen) => {
    Object.assign(process.env, electronEnv(), screen, {
      SIGHTLINE_ELECTRON: electronPath(),
      SIGHTLINE_LAUNCH_ARGS: JSON.stringify(launchArgs()),
    });
    return runEntry('bench', 'app');
  });
}

const [, , name = ''] = process.argv;
if (['ui', 'reader'].includes(name)) await measureWindow(name);
else await runEntry('bench', 'cli');
