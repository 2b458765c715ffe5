// @ts-check
import { existsSync, mkdirSync, readFileSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { APP, build } from '../build.mjs';
import { withDisplay } from '../display.mjs';
import { runInForeground } from '../setup/command.mjs';
import { CACHE, ROOT } from '../setup/places.mjs';
import { countOne, countPlaywright, countVitest } from './count.mjs';

/**
 * One of the checks that `npm test` runs.
 * @typedef {object} Check
 * @property {string} name what it is called on the command line
 * @property {string} title
 * @property {boolean} [built] whether it runs what was built
 * @property {(filter: readonly string[]) => Promise<import('./count.mjs').Count>} run
 */

const MODULES = join(ROOT, 'node_modules');
const ENV = { ...process.env, TF_CPP_MIN_LOG_LEVEL: '2' };

/** All checks with their set-up end within 27 minutes: one that hangs is counted as failed, and the rest still runs. */
const WHOLE_MS = 27 * 60_000;
const LEAST_MS = 20_000;

/** @returns {number} milliseconds that a check may take now */
const timeLeft = () => Math.max(LEAST_MS, WHOLE_MS - process.uptime() * 1000);

/**
 * @param {string} script of a package, relative to node_modules
 * @param {readonly string[]} args
 * @param {NodeJS.ProcessEnv} [env]
 */
const tool = (script, args, env = ENV) =>
  runInForeground(process.execPath, [join(MODULES, script), ...args], { env, limitMs: timeLeft() });

/**
 * @param {string} name of a report
 * @returns {{ path: string, read: () => any }} a place for it, emptied; undefined is read where none was written
 */
function reportPlace(name) {
  const path = join(CACHE, 'reports', `${name}.${process.pid}.json`);
  mkdirSync(join(CACHE, 'reports'), { recursive: true });
  const read = () => {
    if (!existsSync(path)) return undefined;
    const report = JSON.parse(readFileSync(path, 'utf8'));
    rmSync(path);
    return report;
  };
  return { path, read };
}

/** @type {Check} */
export const BUILD = {
  name: 'build',
  title: 'vite build',
  run: () =>
    build(APP).then(
      () => countOne(0),
      (error) => {
        process.stdout.write(`${error.message}\n`);
        return countOne(1);
      },
    ),
};

/** @type {Check} */
const lint = {
  name: 'lint',
  title: 'eslint',
  run: async (filter) =>
    countOne(
      await tool('eslint/bin/eslint.js', ['--max-warnings=0', ...(filter.length > 0 ? filter : ['.'])]),
    ),
};

/** @type {Check} */
const types = {
  name: 'types',
  title: 'tsc',
  run: async () => countOne(await tool('typescript/bin/tsc', ['--noEmit', '-p', 'tsconfig.json'])),
};

/** @type {Check} */
const svelte = {
  name: 'svelte',
  title: 'svelte-check',
  run: async () =>
    countOne(
      await tool('svelte-check/bin/svelte-check', [
        '--tsconfig',
        'tsconfig.json',
        '--fail-on-warnings',
        '--output',
        'human',
      ]),
    ),
};

/** @type {Check} */
const unit = {
  name: 'unit',
  title: 'vitest',
  built: true,
  async run(filter) {
    const { path, read } = reportPlace('vitest');
    const args = ['run', '--reporter=default', '--reporter=json', `--outputFile=${path}`, ...filter];
    const code = await tool('vitest/vitest.mjs', args);
    return countVitest(read(), code);
  },
};

/** @type {Check} */
const e2e = {
  name: 'e2e',
  title: 'playwright',
  built: true,
  async run(filter) {
    const { path, read } = reportPlace('playwright');
    const code = await withDisplay((screen) => {
      const env = { ...ENV, ...screen, PLAYWRIGHT_JSON_OUTPUT_FILE: path };
      return tool('@playwright/test/cli.js', ['test', '--reporter=list,json', ...filter], env);
    });
    return countPlaywright(read(), code);
  },
};

/** @type {readonly Check[]} */
export const CHECKS = [BUILD, lint, types, svelte, unit, e2e];
