// @ts-check
import { existsSync, readFileSync } from 'node:fs';
import { mkdir, readFile, rm, writeFile } from 'node:fs/promises';
import { delimiter, join } from 'node:path';
import { run } from './command.mjs';
import { ROOT, STAMPS, bytesIn } from './places.mjs';
import { SetupError } from './step.mjs';
import { TFJS_NODE, addonFile } from './tensorflow-place.mjs';
import { installTensorFlowFromWheel } from './tensorflow-wheel.mjs';

const STAMP = join(STAMPS, 'tensorflow');
const STALL_MS = 45_000;
const LIMIT_MS = 20 * 60_000;
/** About what the archive of libtensorflow unpacks to; only the bar needs it. */
const ABOUT_BYTES = 330e6;

// tfjs-node reads two predicates that Node 23 removed; what loads it elsewhere does the same.
const PROOF = `const util = require('util');
util.isNullOrUndefined ??= (v) => v == null; util.isArray ??= Array.isArray;
const tf = require('@tensorflow/tfjs-node');
if (tf.getBackend() !== 'tensorflow' || tf.add(1, 1).dataSync()[0] !== 2) process.exit(1);`;

/** @returns {Promise<boolean>} whether native TensorFlow loads here and adds one and one */
async function works() {
  const env = { ...process.env, TF_CPP_MIN_LOG_LEVEL: '2' };
  return (
    addonFile() !== undefined && (await run(process.execPath, ['-e', PROOF], { cwd: ROOT, env })).code === 0
  );
}

/** What the stamp must say: the addon of another version is not ours. */
function version() {
  return String(JSON.parse(readFileSync(join(TFJS_NODE, 'package.json'), 'utf8')).version);
}

/**
 * tfjs-node's own installer: official libtensorflow and prebuilt addon, given up when nothing arrives.
 * @param {import('./log.mjs').Log} log
 */
async function installOfficial(log) {
  // The installer rewrites its package.json and puts it back only when all went well.
  const manifest = join(TFJS_NODE, 'package.json');
  const before = await readFile(manifest);
  const path = `${join(ROOT, 'node_modules', '.bin')}${delimiter}${process.env['PATH']}`;
  await run(process.execPath, ['scripts/install.js'], {
    cwd: TFJS_NODE,
    env: { ...process.env, PATH: path },
    stallMs: STALL_MS,
    limitMs: LIMIT_MS,
    measure: () => bytesIn(join(TFJS_NODE, 'deps')) + bytesIn(join(TFJS_NODE, 'scripts')),
    onProgress: (bytes) => bytes > 1e6 && log.progress('libtensorflow', bytes, ABOUT_BYTES),
  });
  await writeFile(manifest, before);
  return works();
}

/** @param {import('./log.mjs').Log} log @returns {Promise<string>} the route */
async function install(log) {
  if (await works()) return 'in place already';
  await rm(join(TFJS_NODE, 'lib'), { recursive: true, force: true });
  if (await installOfficial(log)) return 'official libtensorflow';
  if (process.platform !== 'linux' || process.arch !== 'x64') {
    throw new SetupError(
      'Native TensorFlow could not be downloaded from its official place: check the network and run it again.',
    );
  }
  await installTensorFlowFromWheel(log);
  if (!(await works())) {
    throw new SetupError(
      'TensorFlow was built and does not load: this processor or C library is too old for TensorFlow 2.21.',
    );
  }
  return 'tensorflow-cpu 2.21.0 wheel, by hash, addon built here (the official download is out of reach)';
}

/** @type {import('./step.mjs').Step} */
export const tensorflowStep = {
  name: 'Native TensorFlow',
  purposes: ['app', 'tests', 'cli'],
  needed: () => !existsSync(STAMP) || readFileSync(STAMP, 'utf8') !== version() || addonFile() === undefined,
  async run({ log }) {
    const route = await install(log);
    await mkdir(STAMPS, { recursive: true });
    await writeFile(STAMP, version());
    return route;
  },
};
