// @ts-check
import { createHash } from 'node:crypto';
import { existsSync, mkdirSync, readFileSync, readdirSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { run } from './setup/command.mjs';
import { alone } from './setup/lock.mjs';
import { ROOT } from './setup/places.mjs';

/**
 * One of the bundles.
 * @typedef {object} Target
 * @property {string} name
 * @property {string} config vite's configuration, relative to the project
 * @property {string} proof a file that the build leaves
 * @property {readonly string[]} sources files and folders whose change asks for a new build
 */

const COMMON = ['package-lock.json', 'tsconfig.json'];

/** Of the window what reports and pictures without a window are drawn with. */
const DRAWN_BY_MAIN = ['renderer/picture', 'renderer/measure', 'renderer/viewport'];

/** @type {Target} */
const NODE = {
  name: 'node',
  config: 'vite.node.config.ts',
  proof: 'dist/node/main.cjs',
  sources: [...COMMON, 'vite.node.config.ts', 'main', 'preload', ...DRAWN_BY_MAIN, 'bench', 'scripts/demo'],
};

/** @type {Target} */
const PRELOAD = {
  name: 'preload',
  config: 'vite.preload.config.ts',
  proof: 'dist/preload/preload.cjs',
  sources: [...COMMON, 'vite.preload.config.ts', 'preload'],
};

/** @type {Target} */
const RENDERER = {
  name: 'renderer',
  config: 'vite.config.ts',
  proof: 'dist/renderer/index.html',
  sources: [...COMMON, 'vite.config.ts', 'renderer', 'preload'],
};

/** What runs without a window. @type {readonly Target[]} */
export const COMMAND_LINE = [NODE];

/** What a window takes. @type {readonly Target[]} */
export const APP = [NODE, PRELOAD, RENDERER];

/** @param {string} path @returns {string[]} the file, or the files below the folder */
function filesOf(path) {
  if (!existsSync(path)) return [];
  if (!statSync(path).isDirectory()) return [path];
  const entries = readdirSync(path, { withFileTypes: true, recursive: true });
  return entries.filter((entry) => entry.isFile()).map((entry) => join(entry.parentPath, entry.name));
}

/** Tests are not bundled. */
const TEST = /\.test\.(ts|mjs)$/;

/**
 * A digest of names, sizes and times of a target's sources: it changes when one is edited, added or removed.
 * @param {readonly string[]} sources
 * @returns {string}
 */
export function fingerprint(sources) {
  const hash = createHash('sha256');
  const files = sources
    .flatMap((source) => filesOf(resolve(ROOT, source)))
    .filter((file) => !TEST.test(file));
  for (const file of files.sort()) {
    const { size, mtimeMs } = statSync(file);
    hash.update(`${file}\0${size}\0${mtimeMs}\n`);
  }
  return hash.digest('hex');
}

/** @param {Target} target */
const stampOf = (target) => join(ROOT, 'dist', `.${target.name}-built-from`);

/** @param {Target} target */
function isStale(target) {
  const stamp = stampOf(target);
  if (!existsSync(stamp) || !existsSync(join(ROOT, target.proof))) return true;
  return readFileSync(stamp, 'utf8') !== fingerprint(target.sources);
}

/**
 * @param {Target} target
 * @param {NodeJS.WriteStream} stream where vite's warnings go
 */
async function buildTarget(target, stream) {
  rmSync(stampOf(target), { force: true });
  // Taken before the build: a file edited meanwhile asks for another.
  const from = fingerprint(target.sources);
  // A process of its own: vite reads its root from the current folder and sets NODE_ENV for whoever asks.
  const vite = join(ROOT, 'node_modules', 'vite', 'bin', 'vite.js');
  const args = [vite, 'build', '--config', target.config, '--logLevel', 'warn'];
  const { code, output } = await run(process.execPath, args, { cwd: ROOT });
  if (code !== 0) throw new Error(`The ${target.name} bundle could not be built.\n${output.trim()}`);
  if (output.trim() !== '') stream.write(output);
  mkdirSync(join(ROOT, 'dist'), { recursive: true });
  writeFileSync(stampOf(target), from);
}

/**
 * Builds what is older than its sources; says nothing when all is fresh.
 * @param {readonly Target[]} targets
 * @param {NodeJS.WriteStream} [stream] where it speaks
 * @returns {Promise<void>}
 * @throws {Error} vite's, when a source does not build
 */
export async function build(targets, stream = process.stdout) {
  if (!targets.some(isStale)) return;
  const wait = () => stream.write('Another run is building; waiting for it.\n');
  await alone('build', wait, async () => {
    for (const target of targets.filter(isStale)) {
      const began = Date.now();
      await buildTarget(target, stream);
      stream.write(`Build of ${target.name}: vite (${((Date.now() - began) / 1000).toFixed(1)} s)\n`);
    }
  });
}

/**
 * As `build`, for commands that cannot go on without it: a source that does not build ends the process with vite's word.
 * @param {readonly Target[]} targets
 * @param {NodeJS.WriteStream} [stream]
 * @returns {Promise<void>}
 */
export async function buildOrExit(targets, stream) {
  await build(targets, stream).catch((error) => {
    process.stderr.write(`${error.message}\n`);
    process.exit(1);
  });
}
