// @ts-check
import { spawn } from 'node:child_process';
import { createInterface } from 'node:readline';

/**
 * @typedef {object} CommandOptions
 * @property {string} [cwd]
 * @property {NodeJS.ProcessEnv} [env]
 * @property {number} [limitMs] ends the command after so many milliseconds
 * @property {number} [stallMs] ends the command when `measure` has not changed for so long
 * @property {() => number} [measure] what grows while the command gets on, in bytes
 * @property {(bytes: number) => void} [onProgress] told the measure about three times a second
 *
 * @typedef {object} Outcome
 * @property {number} code exit code; 124 when it was ended for taking too long, 127 when it could not start
 * @property {string} stdout
 * @property {string} output both streams, as they came
 */

const TICK_MS = 300;

/**
 * Ends a command that takes too long or no longer gets on, and reports how far it is.
 * @param {CommandOptions} options
 * @param {() => number} heard bytes of output so far
 * @param {() => void} end
 */
function watch({ limitMs, stallMs, measure, onProgress }, heard, end) {
  const began = Date.now();
  let last = { value: -1, at: began };
  return setInterval(() => {
    const bytes = measure?.() ?? 0;
    onProgress?.(bytes);
    const value = bytes + heard();
    if (value !== last.value) last = { value, at: Date.now() };
    const stalled = stallMs !== undefined && Date.now() - last.at > stallMs;
    const late = limitMs !== undefined && Date.now() - began > limitMs;
    if (stalled || late) end();
  }, TICK_MS);
}

/**
 * Runs a command to its end and keeps what it said. Never throws: a command that cannot start is code 127.
 * @param {string} command
 * @param {readonly string[]} args
 * @param {CommandOptions} [options]
 * @returns {Promise<Outcome>}
 */
export function run(command, args, options = {}) {
  return new Promise((resolve) => {
    const own = process.platform !== 'win32';
    const child = spawn(command, args, {
      cwd: options.cwd,
      env: options.env ?? process.env,
      stdio: ['ignore', 'pipe', 'pipe'],
      // A group of its own, so that what the command started ends with it.
      detached: own,
      shell: !own && !command.endsWith('.exe'),
    });
    let stdout = '';
    let output = '';
    let ended = false;
    const end = () => {
      ended = true;
      if (own && child.pid !== undefined) process.kill(-child.pid, 'SIGKILL');
      else child.kill('SIGKILL');
    };
    const timer = watch(options, () => output.length, end);
    child.stdout.on('data', (/** @type {Buffer} */ chunk) => {
      stdout += chunk.toString();
      output += chunk.toString();
    });
    child.stderr.on('data', (/** @type {Buffer} */ chunk) => (output += chunk.toString()));
    /** @param {number} code */
    const finish = (code) => {
      clearInterval(timer);
      resolve({ code: ended ? 124 : code, stdout, output });
    };
    child.on('error', (error) => {
      output += error.message;
      finish(127);
    });
    child.on('close', (code) => finish(code ?? 1));
  });
}

/**
 * @typedef {object} ForegroundOptions
 * @property {NodeJS.ProcessEnv} [env]
 * @property {number} [limitMs] ends the command after so many milliseconds
 * @property {(line: string) => boolean} [keep] which lines of its stderr are passed on; all where it is left out
 */

/**
 * Runs a command in the foreground, its streams joined to ours, and answers its exit code (124 when it took too long).
 * @param {string} command
 * @param {readonly string[]} args
 * @param {ForegroundOptions} [options]
 * @returns {Promise<number>}
 */
export function runInForeground(command, args, { env = process.env, limitMs, keep } = {}) {
  return new Promise((resolve, reject) => {
    const child = spawn(command, args, { env, stdio: ['inherit', 'inherit', keep ? 'pipe' : 'inherit'] });
    if (keep && child.stderr) {
      const lines = createInterface({ input: child.stderr });
      lines.on('line', (line) => keep(line) && process.stderr.write(`${line}\n`));
    }
    let late = false;
    const end = () => {
      late = true;
      child.kill();
    };
    const timer = limitMs === undefined ? undefined : setTimeout(end, limitMs);
    const pass = (/** @type {NodeJS.Signals} */ signal) => child.kill(signal);
    process.on('SIGINT', pass).on('SIGTERM', pass);
    child.on('error', reject);
    child.on('close', (code, signal) => {
      clearTimeout(timer);
      process.off('SIGINT', pass).off('SIGTERM', pass);
      resolve(late ? 124 : (code ?? (signal === null ? 1 : 128)));
    });
  });
}

/**
 * How npm is called from here: by the npm that runs us where there is one, so that its version is the same.
 * @returns {{ command: string, first: string[] }}
 */
export function npm() {
  const script = process.env['npm_execpath'];
  if (script?.endsWith('.js')) return { command: process.execPath, first: [script] };
  return { command: process.platform === 'win32' ? 'npm.cmd' : 'npm', first: [] };
}

/**
 * The line of what a command said that tells why it failed: the first that npm marks as the error, else the last.
 * @param {string} output
 */
export function reason(output) {
  const lines = output.split('\n').map((line) => line.trim());
  const marked = lines.find((line) => /^npm error (?!code |errno |syscall |A complete log|$)/.test(line));
  return marked?.replace(/^npm error /, '') ?? lines.filter((line) => line !== '').at(-1) ?? 'no output';
}
