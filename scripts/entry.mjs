// @ts-check
import { join } from 'node:path';
import { COMMAND_LINE, buildOrExit } from './build.mjs';
import { runInForeground } from './setup/command.mjs';
import { setUp } from './setup/index.mjs';
import { ROOT } from './setup/places.mjs';

/**
 * What TensorFlow says of itself before it reads TF_CPP_MIN_LOG_LEVEL, which no variable turns off. Ours stays.
 * @param {string} line of stderr
 */
const isOurs = (line) => !/^(I0000 \d|WARNING: All log messages before absl::InitializeLog)/.test(line);

/**
 * Runs one of the bundles in Node after the set-up it needs. Set-up speaks on stderr: stdout is the bundle's own.
 * @param {string} name of a bundle in dist/node
 * @param {import('./setup/step.mjs').Purpose} purpose
 * @returns {Promise<void>} the bundle's exit code is ours
 */
export async function runEntry(name, purpose) {
  await setUp(purpose, process.stderr);
  await buildOrExit(COMMAND_LINE, process.stderr);
  const env = { ...process.env, TF_CPP_MIN_LOG_LEVEL: process.env['TF_CPP_MIN_LOG_LEVEL'] ?? '2' };
  const args = [join(ROOT, 'dist', 'node', `${name}.cjs`), ...process.argv.slice(2)];
  process.exitCode = await runInForeground(process.execPath, args, { env, keep: isOurs });
}
