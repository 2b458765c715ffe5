import { execFile } from 'node:child_process';
import { existsSync, readFileSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { expect, test } from './app';
import { brainFolder, commandLine, demoFolder, modelFolder } from './places';

const exec = promisify(execFile);

/** Runs the built command line in Node as a person would; TensorFlow's own chatter is turned down. */
async function sightline(...args: string[]): Promise<{ code: number; out: string; err: string }> {
  const env = { ...process.env, TF_CPP_MIN_LOG_LEVEL: '2' };
  try {
    const { stdout, stderr } = await exec(process.execPath, [commandLine, ...args], { env });
    return { code: 0, out: stdout, err: stderr };
  } catch (thrown) {
    const { code, stdout, stderr } = thrown as { code: number; stdout: string; stderr: string };
    return { code, out: stdout, err: stderr };
  }
}

test('the command line indexes a folder as JSON', async () => {
  const { code, out } = await sightline('index', brainFolder, '--json');
  expect(code).toBe(0);
  const { studies, unreadable } = JSON.parse(out) as { studies: object[]; unreadable: object[] };
  expect([studies.length, unreadable.length]).toEqual([1, 0]);
});

test('the command line explains, audits and reports the demonstration', async ({ folder }) => {
  const image = join(demoFolder, 'chest', '01.dcm');
  const model = ['--model', modelFolder('chest-honest')];
  const regions = ['--regions', join(demoFolder, 'regions.json')];
  const explained = await sightline('explain', image, ...model, '--out', join(folder, 'e'));
  expect(explained.code, explained.err).toBe(0);
  expect(readdirSync(join(folder, 'e')).sort()).toEqual([
    'image-map.npy',
    'map.npy',
    'overlay.png',
    'result.json',
  ]);
  const audited = await sightline('audit', image, ...model, ...regions, '--out', join(folder, 'a'));
  expect(audited.code, audited.err).toBe(0);
  const audit = JSON.parse(readFileSync(join(folder, 'a', 'audit.json'), 'utf8')) as {
    slices: { verdict: string }[];
  };
  expect(audit.slices.map(({ verdict }) => verdict)).toEqual(['lesion']);
  const pdf = join(folder, 'r.pdf');
  const reported = await sightline('report', image, ...model, ...regions, '--comment', 'Seen.', '--out', pdf);
  expect(reported.code, reported.err).toBe(0);
  const { stdout } = await exec('pdftotext', [pdf, '-']);
  expect(stdout).toContain('Seen.');
});

test('the command line says in one sentence what is wrong, with the exit code 2', async ({ folder }) => {
  const { code, out, err } = await sightline(
    'decode',
    join(folder, 'nothing.dcm'),
    '--out',
    join(folder, 'a.npy'),
  );
  expect([code, out]).toEqual([2, '']);
  expect(err.trim().split('\n')).toHaveLength(1);
  expect(err).toContain('nothing.dcm');
  expect(existsSync(join(folder, 'a.npy'))).toBe(false);
});
