// @ts-check
import { existsSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterEach, describe, expect, it } from 'vitest';
import { run } from './command.mjs';
import { alone } from './lock.mjs';
import { CACHE } from './places.mjs';

describe('work that is done alone', () => {
  const name = `test-${process.pid}`;
  const file = join(CACHE, `${name}.lock`);
  const never = () => expect.unreachable();
  afterEach(() => rmSync(file, { force: true }));

  it('is done one after the other, and the second is told that it waits', async () => {
    /** @type {string[]} */
    const order = [];
    /** @type {() => void} */
    let release = never;
    const first = alone(name, never, async () => {
      order.push('first begins');
      await new Promise((resolve) => (release = () => resolve(undefined)));
      order.push('first ends');
    });
    const waits = () => {
      order.push('second waits');
      release();
    };
    await Promise.all([first, alone(name, waits, async () => order.push('second'))]);
    expect(order).toEqual(['first begins', 'second waits', 'first ends', 'second']);
  });

  it('frees the lock when the work fails', async () => {
    const fails = alone(name, never, () => Promise.reject(new Error('no')));
    await expect(fails).rejects.toThrow('no');
    expect(existsSync(file)).toBe(false);
  });

  it('takes over the lock of a process that is gone', async () => {
    await alone(name, never, async () => 0);
    const { stdout } = await run(process.execPath, ['-e', 'console.log(process.pid)']);
    writeFileSync(file, stdout.trim());
    expect(
      await alone(
        name,
        () => undefined,
        async () => 'done',
      ),
    ).toBe('done');
  });
});
