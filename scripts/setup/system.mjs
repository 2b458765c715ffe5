// @ts-check
import { hasDisplay } from '../display.mjs';
import { reason, run } from './command.mjs';
import { compilerNeeds } from './compiler.mjs';
import { TEST_TOOLS, VIRTUAL_SCREEN, WINDOW_LIBRARIES, availableOf, choose, installedOf } from './debian.mjs';
import { pydicomFilesNeeds } from './pydicom-files.mjs';
import { SetupError } from './step.mjs';

const isRoot = () => process.getuid?.() === 0;

/** What this run could not install; asked for once, then left alone until the next run. */
let given = false;

/**
 * @param {import('./step.mjs').Purpose} purpose
 * @returns {Promise<import('./debian.mjs').Need[]>}
 */
async function needsOf(purpose) {
  const screen = hasDisplay() ? [] : [VIRTUAL_SCREEN];
  const all = [...WINDOW_LIBRARIES, ...screen, ...TEST_TOOLS, ...(await pydicomFilesNeeds())];
  return [...all.filter(({ purposes }) => purposes.includes(purpose)), ...(await compilerNeeds())];
}

/** @param {readonly string[]} args */
async function apt(args) {
  const env = { ...process.env, DEBIAN_FRONTEND: 'noninteractive', LC_ALL: 'C' };
  const { code, output } = await run('apt-get', args, { env });
  if (code !== 0)
    throw new SetupError(`apt-get ${args[0]} failed (${reason(output)}): see that and run it again.`);
}

/** @type {import('./step.mjs').Step} */
export const systemStep = {
  name: 'Debian packages',
  purposes: ['app', 'tests', 'cli'],
  async needed({ purpose }) {
    if (process.platform !== 'linux' || given) return false;
    const needs = await needsOf(purpose);
    if (needs.length === 0) return false;
    const installed = await installedOf(needs);
    return installed !== undefined && choose(needs, installed, new Set()).unknown.length > 0;
  },
  async run({ purpose, log }) {
    given = true;
    const needs = await needsOf(purpose);
    const installed = (await installedOf(needs)) ?? new Set();
    if (isRoot()) await apt(['update', '-q']);
    const { install, unknown } = choose(needs, installed, await availableOf(needs));
    if (unknown.length > 0) log.say(`  apt knows no package ${unknown.join(', ')}: what needs it will fail.`);
    const command = ['install', '-y', '--no-install-recommends', ...install];
    if (!isRoot()) {
      return `not installed, for want of rights; what needs them will fail until you run: sudo apt-get ${command.join(' ')}`;
    }
    if (install.length > 0) await apt(command);
    return `apt-get: ${install.join(' ')}`;
  },
};
