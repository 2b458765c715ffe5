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
import { PersonError } from '../process/errors';
import { formatOf } from './index';
import { syntheticContent } from './testing/content';
import { writeReport, writeWhole } from './write';

let folder = '';
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'sightline-report-'));
});
afterEach(() => rmSync(folder, { recursive: true, force: true }));

it('puts the whole file in its place and leaves nothing else', async () => {
  const path = join(folder, 'report.json');
  expect(await writeReport(formatOf('json'), path, syntheticContent())).toEqual({ path });
  expect(readdirSync(folder)).toEqual(['report.json']);
});

it('replaces a report that was there', async () => {
  const path = join(folder, 'report.json');
  writeFileSync(path, 'old');
  await writeReport(formatOf('json'), path, syntheticContent());
  expect(readFileSync(path, 'utf8')).toContain('sightline-report/1');
});

it('writes nothing when rendering fails, and keeps what was there', async () => {
  const path = join(folder, 'report.pdf');
  writeFileSync(path, 'old');
  const broken = { ...formatOf('pdf'), render: () => Promise.reject(new Error('no picture')) };
  await expect(writeReport(broken, path, syntheticContent())).rejects.toThrow('no picture');
  expect(readdirSync(folder)).toEqual(['report.pdf']);
  expect(readFileSync(path, 'utf8')).toBe('old');
});

it('says in one sentence what is wrong with the place', async () => {
  const bytes = Uint8Array.of(1);
  await expect(writeWhole(join(folder, 'gone', 'a.pdf'), bytes)).rejects.toThrow(
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
