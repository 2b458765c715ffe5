import { spawn } from 'node:child_process';
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { electronEnv, electronPath, launchArgs } from '../scripts/electron.mjs';
import { expect, test } from './app';
import { appFolder } from './places';

test('the tour without a person leaves picture, reports and audit, says one line and ends', async ({
  folder,
}) => {
  const out = join(folder, 'tour');
  const tour = spawn(electronPath(), [...launchArgs(), appFolder, '--demo', '--tour', out], {
    env: { ...electronEnv(), SIGHTLINE_USER_DATA: join(folder, 'profile') },
    stdio: ['ignore', 'pipe', 'ignore'],
  });
  let said = '';
  tour.stdout.on('data', (chunk: Buffer) => (said += chunk.toString()));
  const code = await new Promise((done) => tour.on('exit', done));
  expect(said.trim().split('\n')).toHaveLength(1);
  expect(code, said).toBe(0);
  expect(readdirSync(out).sort()).toEqual(['audit.json', 'report.html', 'report.pdf', 'window.png']);
  const png = readFileSync(join(out, 'window.png'));
  expect(png.subarray(1, 4).toString()).toBe('PNG');
  expect(png.readUInt32BE(16)).toBeGreaterThan(1000);
  expect(JSON.parse(readFileSync(join(out, 'audit.json'), 'utf8'))).toBeTruthy();
});
