import { mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, it } from 'vitest';
import { formatOf } from './index';
import { syntheticContent } from './testing/content';
import { writeReport } from './write';

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
