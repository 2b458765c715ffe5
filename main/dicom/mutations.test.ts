import type { ChildProcess } from 'node:child_process';
import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { originals } from './mutations/originals';
import { bundled, readIn, readingChild } from './mutations/reading-child';
import { tryOut } from './mutations/trial';
import { testFolder } from './testing/folder';

const mutationsEach = 100;
const mostMilliseconds = 2000;
const mostBytes = 512 * 1024 * 1024;

const folder = testFolder();
const names = Object.keys(originals);
let bundle: Awaited<ReturnType<typeof bundled>>;
let child: ChildProcess;

beforeAll(async () => {
  bundle = await bundled();
  child = readingChild(bundle.file);
});
afterAll(() => {
  child.kill();
  bundle.remove();
});

describe('valid files of every kind, each spoilt in many ways', () => {
  it('are more than 2,000', () => {
    expect(names.length * mutationsEach).toBeGreaterThan(2000);
  });

  it.each(names)('%s is read or refused in a sentence, at once and in bounded memory', async (name) => {
    const place = join(folder.path, String(names.indexOf(name)));
    mkdirSync(place);
    const write = (file: string, bytes: Buffer): string => {
      writeFileSync(join(place, file), bytes);
      return join(place, file);
    };
    const original = await originals[name]!(place, write);
    const valid = await tryOut(original);
    expect(valid.refused).toEqual([]);
    expect(valid.read).toBeGreaterThan(0);
    const from = names.indexOf(name) * mutationsEach;
    const outcomes = await readIn(child, {
      ...{ original, target: join(place, 'mutated'), from, to: from + mutationsEach },
    });
    expect(outcomes).toHaveLength(mutationsEach);
    for (const { seed, fault, refused, milliseconds, peakBytes } of outcomes) {
      const about = `mutation ${seed}`;
      expect(fault, about).toBe('');
      for (const sentence of refused) expect(sentence, about).toMatch(/^\S[^\n]* [^\n]*\.$/);
      expect(milliseconds, about).toBeLessThan(mostMilliseconds);
      expect(peakBytes, about).toBeLessThan(mostBytes);
    }
    expect(outcomes.some(({ refused }) => refused.length > 0)).toBe(true);
  });
});
