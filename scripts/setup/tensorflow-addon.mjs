// @ts-check
import { existsSync } from 'node:fs';
import { rm, symlink, writeFile } from 'node:fs/promises';
import { delimiter, dirname, join, resolve } from 'node:path';
import { reason, run } from './command.mjs';
import { CACHE, ROOT } from './places.mjs';
import { SetupError } from './step.mjs';
import { TFJS_NODE } from './tensorflow-place.mjs';

/** The names that the linker looks for. The addon itself asks for the libraries by their own names. */
const LINKS = {
  'libtensorflow.so': 'libtensorflow_cc.so.2',
  'libtensorflow_framework.so': 'libtensorflow_framework.so.2',
};

/**
 * Lends the linker its names while it works: kept, they would be packaged as copies of a large library.
 * @param {() => Promise<void>} work
 */
async function withLinks(work) {
  const links = Object.entries(LINKS).map(([name, target]) => ({
    path: join(TFJS_NODE, 'deps', 'lib', name),
    target,
  }));
  for (const { path, target } of links) await symlink(target, path);
  await work();
  for (const { path } of links) await rm(path);
}

/** @returns {string[]} Node's headers where they came with Node: then none are downloaded */
function headersOfNode() {
  const prefix = resolve(dirname(process.execPath), '..');
  return existsSync(join(prefix, 'include', 'node', 'node_api.h')) ? [`--nodedir=${prefix}`] : [];
}

/** Compiles the addon, which is pure Node-API: Node and Electron both load it. */
async function compile() {
  const bin = join(ROOT, 'node_modules', '.bin');
  const { code, output } = await run('node-pre-gyp', ['install', '--build-from-source', ...headersOfNode()], {
    cwd: TFJS_NODE,
    env: { ...process.env, PATH: `${bin}${delimiter}${process.env['PATH']}`, JOBS: 'max' },
  });
  if (code === 0) return;
  const report = join(CACHE, 'tensorflow-build.log');
  await writeFile(report, output);
  throw new SetupError(
    `The TensorFlow addon could not be built (${reason(output)}): see ${report}; it takes g++, make, python3 and Node's headers.`,
  );
}

/**
 * Builds the addon against the library laid out in the package's `deps`.
 * @returns {Promise<void>}
 * @throws {SetupError} with the compiler's last word
 */
export function buildAddon() {
  return withLinks(compile);
}
