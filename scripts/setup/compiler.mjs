// @ts-check
import { existsSync } from 'node:fs';
import { delimiter, join } from 'node:path';
import { run } from './command.mjs';
import { addonFile } from './tensorflow-place.mjs';

/**
 * @param {string} program
 * @returns {boolean} whether it is on the path
 */
function onPath(program) {
  return (process.env['PATH'] ?? '').split(delimiter).some((folder) => existsSync(join(folder, program)));
}

/** @returns {Promise<string | undefined>} a Python that has pip */
export async function pythonWithPip() {
  for (const python of ['python3', 'python']) {
    if ((await run(python, ['-m', 'pip', '--version'])).code === 0) return python;
  }
  return undefined;
}

/**
 * What building the TensorFlow addon takes. Nothing is asked for once the addon is there, nor what is on the
 * path by another way than apt.
 * @returns {Promise<import('./debian.mjs').Need[]>}
 */
export async function compilerNeeds() {
  if (addonFile() !== undefined) return [];
  /** @type {import('./debian.mjs').Need[]} */
  const needs = [];
  if (!onPath('make') || !onPath('g++')) needs.push({ names: ['build-essential'], purposes: [] });
  if ((await pythonWithPip()) === undefined) needs.push({ names: ['python3-pip'], purposes: [] });
  return needs;
}
