// @ts-check
import { describe, expect, it } from 'vitest';
import { reason, run, runInForeground } from './command.mjs';

describe('the reason of a failure', () => {
  it('is what npm marks, not where its log is', () => {
    const output =
      'npm error code ENOTFOUND\nnpm error network down\nnpm error A complete log of this run can be found in: x\n';
    expect(reason(output)).toBe('network down');
  });

  it('is the last line of others', () => {
    expect(reason('reading\nE: no such package\n\n')).toBe('E: no such package');
    expect(reason('\n')).toBe('no output');
  });
});

describe('a command', () => {
  const node = process.execPath;

  it('answers its code and what it said', async () => {
    const outcome = await run(node, ['-e', 'console.log("out"); console.error("err"); process.exit(3)']);
    expect(outcome.code).toBe(3);
    expect(outcome.stdout).toBe('out\n');
    expect(outcome.output).toContain('err');
  });

  it('that cannot start is code 127', async () => {
    expect((await run('no-such-program-of-ours', [])).code).toBe(127);
  });

  it('that no longer gets on is ended, with what it started', async () => {
    const started = `require('child_process').spawn(process.execPath, ['-e', 'setInterval(() => {}, 1000)'], { stdio: 'inherit' })`;
    expect((await run(node, ['-e', started], { stallMs: 500, measure: () => 7 })).code).toBe(124);
  });

  it('that takes too long is ended though it gets on', async () => {
    const speaks = 'setInterval(() => console.log("."), 50)';
    expect((await run(node, ['-e', speaks], { limitMs: 500, stallMs: 60_000 })).code).toBe(124);
  });
});

describe('a command in the foreground', () => {
  const node = process.execPath;

  it('answers its code', async () => {
    expect(await runInForeground(node, ['-e', 'process.exit(3)'])).toBe(3);
  });

  it('is ended when it takes too long', async () => {
    expect(await runInForeground(node, ['-e', 'setInterval(() => {}, 1000)'], { limitMs: 300 })).toBe(124);
  });

  it('passes on the lines that are kept', async () => {
    /** @type {string[]} */
    const seen = [];
    const keep = (/** @type {string} */ line) => seen.push(line) < 0;
    await runInForeground(node, ['-e', 'console.error("one\\ntwo")'], { keep });
    expect(seen).toEqual(['one', 'two']);
  });
});
