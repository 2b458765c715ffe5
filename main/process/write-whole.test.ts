import { execFileSync } from 'node:child_process';
import {
  existsSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, it } from 'vitest';
import { PersonError } from './errors';
import { writeWhole } from './write-whole';

let folder = '';
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'sightline-write-'));
});
afterEach(() => rmSync(folder, { recursive: true, force: true }));

it('makes the folder only where it is told to', async () => {
  const path = join(folder, 'new', 'a.txt');
  await expect(writeWhole(path, 'text')).rejects.toThrow('that folder does not exist');
  await writeWhole(path, 'text', { makeFolder: true });
  expect(readFileSync(path, 'utf8')).toBe('text');
  expect(readdirSync(join(folder, 'new'))).toEqual(['a.txt']);
});

it('says so where a file stands in the place of the folder', async () => {
  writeFileSync(join(folder, 'file'), '');
  const path = join(folder, 'file', 'a.txt');
  await expect(writeWhole(path, 'text')).rejects.toThrow('that folder does not exist');
  await expect(writeWhole(path, 'text', { makeFolder: true })).rejects.toThrow(PersonError);
  expect(readdirSync(folder)).toEqual(['file']);
});

it('says in one sentence what is wrong with the place', async () => {
  const bytes = Uint8Array.of(1);
  await expect(
    writeWhole(join(folder, 'gone', 'a.pdf'), bytes, { what: 'The report a.pdf' }),
  ).rejects.toThrow(
    `The report a.pdf could not be written to ${join(folder, 'gone')}: that folder does not exist; choose another one.`,
  );
  mkdirSync(join(folder, 'b.pdf'));
  await expect(writeWhole(join(folder, 'b.pdf'), bytes)).rejects.toThrow(
    /a folder of that name is in the way/,
  );
  expect(readdirSync(folder)).toEqual(['b.pdf']);
});

it('leaves no part of a file on a full disk, and what was there before', async ({ skip }) => {
  const disk = join(folder, 'disk');
  mkdirSync(disk);
  try {
    execFileSync('mount', ['-t', 'tmpfs', '-o', 'size=64k', 'none', disk], { stdio: 'ignore' });
  } catch {
    skip('only root may mount a small disk');
  }
  try {
    const path = join(disk, 'report.pdf');
    writeFileSync(path, 'old');
    const full = writeWhole(path, new Uint8Array(1_000_000));
    await expect(full).rejects.toThrow(PersonError);
    await expect(full).rejects.toThrow(/the disk is full; free some space or choose another folder\.$/);
    expect(readdirSync(disk)).toEqual(['report.pdf']);
    expect(readFileSync(path, 'utf8')).toBe('old');
  } finally {
    execFileSync('umount', [disk]);
  }
  expect(existsSync(disk)).toBe(true);
});
