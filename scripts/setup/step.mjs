// @ts-check

/**
 * What the reader asked for, which decides the steps: the window, the checks, or the command line alone.
 * @typedef {'app' | 'tests' | 'cli'} Purpose
 *
 * @typedef {object} Context
 * @property {Purpose} purpose
 * @property {import('./log.mjs').Log} log
 *
 * One idempotent step of set-up.
 * @typedef {object} Step
 * @property {string} name
 * @property {readonly Purpose[]} purposes
 * @property {(context: Context) => boolean | Promise<boolean>} needed quick; false when all is in place
 * @property {(context: Context) => Promise<string>} run does the step and answers the route it came by;
 *   throws a SetupError when it cannot be done
 */

/** A step that cannot be done. Its message is one sentence: what is missing and how to get it. */
export class SetupError extends Error {
  /** @override */
  name = 'SetupError';
}
