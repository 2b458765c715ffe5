// @ts-check

/**
 * Where set-up says what it does: one line a step, and a bar that redraws itself on a terminal.
 * @typedef {object} Log
 * @property {(line: string) => void} say
 * @property {(label: string, done: number, total: number) => void} progress bytes done of bytes in total
 */

const BAR = 28;

/**
 * A bar such as `[#######         ]  25 %  50 of 199 MB`.
 * @param {number} done bytes
 * @param {number} total bytes
 */
export function bar(done, total) {
  const share = Math.min(1, done / total);
  const filled = Math.round(share * BAR);
  const mb = (/** @type {number} */ bytes) => Math.round(bytes / 1e6);
  const percent = String(Math.floor(share * 100)).padStart(3);
  return `[${'#'.repeat(filled)}${' '.repeat(BAR - filled)}] ${percent} %  ${mb(Math.min(done, total))} of ${mb(total)} MB`;
}

/**
 * @param {NodeJS.WriteStream} stream stdout, or stderr where stdout belongs to the command itself
 * @returns {Log}
 */
export function createLog(stream) {
  let quarter = 0;
  let drawn = false;
  const wipe = () => {
    if (drawn) stream.write('\r\x1b[2K');
    drawn = false;
  };
  return {
    say(line) {
      wipe();
      quarter = 0;
      stream.write(`${line}\n`);
    },
    progress(label, done, total) {
      if (stream.isTTY) {
        wipe();
        stream.write(`  ${label} ${bar(done, total)}`);
        drawn = true;
        return;
      }
      // Where nothing can be redrawn, a line a quarter is enough to see that it gets on.
      const reached = Math.floor((4 * Math.min(done, total)) / total);
      if (reached > quarter) stream.write(`  ${label} ${bar(done, total)}\n`);
      quarter = Math.max(quarter, reached);
    },
  };
}
