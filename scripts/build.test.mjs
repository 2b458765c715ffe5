// @ts-check
import { mkdirSync, mkdtempSync, rmSync, utimesSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { fingerprint } from './build.mjs';

describe('what a build was made from', () => {
  let folder = '';
  const file = (/** @type {string} */ name) => join(folder, name);

  beforeEach(() => {
    folder = mkdtempSync(join(tmpdir(), 'sightline-build-'));
    mkdirSync(file('room'));
    writeFileSync(file('room/a.ts'), 'one');
  });
  afterEach(() => rmSync(folder, { recursive: true }));

  it('is the same while nothing changes', () => {
    expect(fingerprint([folder])).toBe(fingerprint([folder]));
  });

  it('changes when a source is edited, added or removed', () => {
    const before = fingerprint([folder]);
    utimesSync(file('room/a.ts'), new Date(0), new Date(0));
    const edited = fingerprint([folder]);
    writeFileSync(file('room/b.ts'), 'two');
    const added = fingerprint([folder]);
    rmSync(file('room/a.ts'));
    expect(new Set([before, edited, added, fingerprint([folder])]).size).toBe(4);
  });

  it('does not change with a test, nor for a folder that is not there', () => {
    const before = fingerprint([folder]);
    writeFileSync(file('room/a.test.ts'), 'test');
    expect(fingerprint([folder, file('nowhere')])).toBe(before);
  });
});
