// @ts-check
import { electronStep } from './electron.mjs';
import { alone } from './lock.mjs';
import { createLog } from './log.mjs';
import { packagesStep } from './packages.mjs';
import { pydicomFilesStep } from './pydicom-files.mjs';
import { SetupError } from './step.mjs';
import { systemStep } from './system.mjs';
import { tensorflowStep } from './tensorflow.mjs';
import { trainedModelsStep } from './trained-models.mjs';

/**
 * All of set-up, in order: later steps use what earlier ones put in place.
 * @type {readonly import('./step.mjs').Step[]}
 */
const STEPS = [packagesStep, systemStep, electronStep, tensorflowStep, pydicomFilesStep, trainedModelsStep];

/** @param {import('./step.mjs').Context} context */
async function anyNeeded(context) {
  for (const step of STEPS) {
    if (step.purposes.includes(context.purpose) && (await step.needed(context))) return true;
  }
  return false;
}

/** @param {import('./step.mjs').Context} context */
async function runSteps(context) {
  for (const step of STEPS) {
    if (!step.purposes.includes(context.purpose) || !(await step.needed(context))) continue;
    const began = Date.now();
    const route = await step.run(context);
    context.log.say(`${step.name}: ${route} (${((Date.now() - began) / 1000).toFixed(1)} s)`);
  }
}

/** What a file system says no with, and what to do about it. @type {Record<string, string>} */
const REFUSALS = {
  EACCES: 'has no right to write there: give yourself that right',
  EPERM: 'has no right to write there: give yourself that right',
  EROFS: 'finds a file system that cannot be written: copy the project elsewhere',
  ENOSPC: 'finds the disk full: it takes 3 GB',
};

/**
 * @param {unknown} error
 * @returns {string} one sentence
 * @throws {unknown} an error that is a mistake of ours
 */
function sentence(error) {
  if (error instanceof SetupError) return error.message;
  const { code = '', path = 'the project' } = /** @type {NodeJS.ErrnoException} */ (error);
  const refusal = REFUSALS[code];
  if (refusal === undefined) throw error;
  return `Set-up stopped at ${path}: it ${refusal}, and run it again.`;
}

/**
 * Does what is not done yet, a line a step; says nothing when all is in place.
 * Ends the process with one sentence when a step cannot be done.
 * @param {import('./step.mjs').Purpose} purpose
 * @param {NodeJS.WriteStream} [stream] where it speaks
 * @returns {Promise<void>}
 */
export async function setUp(purpose, stream = process.stdout) {
  const context = { purpose, log: createLog(stream) };
  try {
    if (!(await anyNeeded(context))) return;
    const wait = () => context.log.say('Another run is setting up; waiting for it.');
    await alone('setup', wait, () => runSteps(context));
  } catch (error) {
    process.stderr.write(`${sentence(error)}\n`);
    process.exit(2);
  }
}
