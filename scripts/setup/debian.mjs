// @ts-check
import { run } from './command.mjs';

/**
 * Something of Debian's that is needed: the names it goes by, the newest first (Debian 13 renamed libraries to
 * `…t64` when their time stamps grew), and for whom.
 * @typedef {object} Need
 * @property {readonly [string, ...string[]]} names
 * @property {readonly import('./step.mjs').Purpose[]} purposes
 */

/** @param {string} name @returns {readonly [string, string]} */
const renamed = (name) => [`${name}t64`, name];

/** @type {readonly Need[]} */
export const WINDOW_LIBRARIES = [
  renamed('libgtk-3-0'),
  /** @type {const} */ (['libnss3']),
  renamed('libasound2'),
  /** @type {const} */ (['libgbm1']),
  /** @type {const} */ (['libxss1']),
  renamed('libatk-bridge2.0-0'),
  /** @type {const} */ (['libdrm2']),
].map((names) => ({ names, purposes: ['app', 'tests'] }));

/** @type {Need} */
export const VIRTUAL_SCREEN = { names: ['xvfb'], purposes: ['app', 'tests'] };

/** Independent readers of what we write: the tests compare with them. @type {readonly Need[]} */
export const TEST_TOOLS = [
  { names: ['poppler-utils'], purposes: ['tests'] },
  { names: ['dcmtk'], purposes: ['tests'] },
  { names: ['libgdcm-tools'], purposes: ['tests'] },
  { names: ['dicom3tools'], purposes: ['tests'] },
  { names: ['openjph-tools'], purposes: ['tests'] },
];

/**
 * Which packages to ask apt for.
 * @param {readonly Need[]} needs
 * @param {ReadonlySet<string>} installed names of installed packages
 * @param {ReadonlySet<string>} available names that apt can install
 * @returns {{ install: string[], unknown: string[] }} `unknown` has no name that apt knows
 */
export function choose(needs, installed, available) {
  const missing = needs.filter(({ names }) => !names.some((name) => installed.has(name)));
  /** @type {string[]} */
  const install = [];
  /** @type {string[]} */
  const unknown = [];
  for (const { names } of missing) {
    const name = names.find((candidate) => available.has(candidate));
    if (name === undefined) unknown.push(names[names.length - 1] ?? names[0]);
    else install.push(name);
  }
  return { install, unknown };
}

/**
 * Names of installed packages, from dpkg-query's lines of `name<TAB>status`.
 * @param {string} lines
 * @returns {Set<string>}
 */
export function installedFrom(lines) {
  const installed = lines.split('\n').filter((line) => line.endsWith('\tinstalled'));
  return new Set(installed.map((line) => line.slice(0, line.indexOf('\t'))));
}

/**
 * Names that have a candidate, from what `apt-cache policy` prints. A name that others only provide has none.
 * @param {string} lines
 * @returns {Set<string>}
 */
export function availableFrom(lines) {
  /** @type {Set<string>} */
  const names = new Set();
  let name = '';
  for (const line of lines.split('\n')) {
    if (/^\S.*:$/.test(line)) name = line.slice(0, -1);
    else if (/^\s+Candidate: (?!\(none\))/.test(line)) names.add(name);
  }
  return names;
}

/** @param {readonly Need[]} needs */
const allNames = (needs) => needs.flatMap(({ names }) => [...names]);

/**
 * @param {readonly Need[]} needs
 * @returns {Promise<Set<string> | undefined>} undefined where there is no dpkg, so on other systems
 */
export async function installedOf(needs) {
  const format = '-f=${Package}\\t${db:Status-Status}\\n';
  const { code, stdout } = await run('dpkg-query', ['-W', format, ...allNames(needs)]);
  return code === 127 ? undefined : installedFrom(stdout);
}

/**
 * @param {readonly Need[]} needs
 * @returns {Promise<Set<string>>}
 */
export async function availableOf(needs) {
  const { stdout } = await run('apt-cache', ['policy', ...allNames(needs)], {
    env: { ...process.env, LC_ALL: 'C' },
  });
  return availableFrom(stdout);
}
