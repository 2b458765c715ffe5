// @ts-check
import { mkdirSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { APP, buildOrExit } from './build.mjs';
import { hasDisplay, withDisplay } from './display.mjs';
import { electronEnv, electronPath, launchArgs } from './electron.mjs';
import { runInForeground } from './setup/command.mjs';
import { setUp } from './setup/index.mjs';
import { ROOT } from './setup/places.mjs';

const HELP = `npm start            sets up what is missing and opens Sightline on the demonstration study
npm start -- PATH…   opens these files or folders instead
npm start -- --help  says this

Without a display the same app runs on a virtual screen, reads, audits and reports the demonstration study,
leaves window.png, report.pdf and audit.json in out/demo, and ends.
`;

/** Nobody can close a window on a virtual screen. */
const TOUR_LIMIT_MS = 10 * 60_000;

/**
 * @param {readonly string[]} paths
 * @returns {string[]} what the app is told: a tour where nobody can see it, else a study to open
 */
function task(paths) {
  const study = paths.length > 0 ? [...paths] : ['--demo'];
  if (hasDisplay()) return study;
  const out = join(ROOT, 'out', 'demo');
  // What an earlier run left must not pass for this one's.
  rmSync(out, { recursive: true, force: true });
  mkdirSync(out, { recursive: true });
  process.stdout.write('No display: running on a virtual screen; the result will be in out/demo.\n');
  // Chromium would complain of the desktop's message bus, which a machine without a display does not have.
  return ['--log-level=3', ...study, '--tour', out];
}

/** @param {readonly string[]} paths */
async function start(paths) {
  await setUp('app');
  await buildOrExit(APP);
  const args = [...launchArgs(), ROOT, ...task(paths)];
  const limit = hasDisplay() ? {} : { limitMs: TOUR_LIMIT_MS };
  const code = await withDisplay((screen) =>
    runInForeground(electronPath(), args, { env: { ...electronEnv(), ...screen }, ...limit }),
  );
  if (code === 124) process.stderr.write('The tour did not end within ten minutes and was stopped.\n');
  return code;
}

const given = process.argv.slice(2);
if (given.includes('--help')) process.stdout.write(HELP);
else process.exitCode = await start(given);
