import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { methods } from '../explain';
import { seededValues } from '../model/sample';
import { encodeNpy } from './npy/write';
import { run } from './run';
import { smallModel, smallSide } from './testing/small-model';

let folder = '';
let model = '';
beforeAll(async () => {
  folder = mkdtempSync(join(tmpdir(), 'sightline-question-'));
  model = await smallModel();
  const values = seededValues(smallSide * smallSide, 7);
  writeFileSync(join(folder, 'in.npy'), encodeNpy({ shape: [1, smallSide, smallSide, 1], values }));
});
afterAll(() => {
  for (const made of [folder, model]) rmSync(made, { recursive: true, force: true });
});

/** Explains the input with options; the exit code, the sentences, and the record where there is one. */
async function explain(...more: string[]): Promise<{ code: number; err: string; result: unknown }> {
  let err = '';
  const streams = { out: () => undefined, err: (line: string) => void (err += line) };
  const args = ['explain', join(folder, 'in.npy'), '--model', model, '--out', folder, ...more];
  const code = await run(args, streams);
  const result: unknown = code === 0 ? JSON.parse(readFileSync(join(folder, 'result.json'), 'utf8')) : null;
  return { code, err, result };
}

describe('what is asked', () => {
  it('may be several layers, and a class less another', async () => {
    const { result } = await explain(
      ...['--layer', 'early, late', '--class', 'Nodule', '--against', 'no finding'],
    );
    expect(result).toMatchObject({
      class: { index: 1, label: 'Nodule − No finding' },
      against: { index: 0, label: 'No finding' },
      layers: ['early', 'late'],
      layer: 'early + late',
    });
  });

  it('may change parameters; the others are the defaults, and all are in the record', async () => {
    const { result } = await explain('--method', 'occlusion', '--parameters', 'patch=50, stride=25');
    expect(result).toMatchObject({
      method: 'occlusion',
      parameters: { patch: 50, stride: 25, fill: 'mean' },
      against: null,
      layer: 'input',
      layers: [],
      unit: 'logit',
    });
  });

  it.each([
    [['--against', 'top'], /--against takes/],
    [['--class', '1', '--against', '1'], /against itself/],
    [['--parameters', 'masks=9'], /Grad-CAM has no parameter "masks"/],
    [['--method', 'rise', '--parameters', 'masks=x'], /RISE takes 2 to 20000 for masks, not x/],
    [['--method', 'rise', '--parameters', 'masks='], /RISE takes 2 to 20000 for masks, not/],
    [['--method', 'rise', '--parameters', 'masks'], /takes id=value,id=value, not "masks"/],
    [['--layer', 'late,attic'], /attic/],
  ])('is refused in a sentence where it cannot be: %s', async (options, sentence) => {
    const { code, err } = await explain(...options);
    expect(code).toBe(2);
    expect(err).toMatch(sentence);
  });
});

it('lists every method, its family, what it costs and its parameters', async () => {
  let out = '';
  const streams = { out: (line: string) => void (out += line), err: () => undefined };
  expect(await run(['methods', '--json'], streams)).toBe(0);
  const listed = JSON.parse(out) as { id: string; parameters: { id: string }[] }[];
  expect(listed.map(({ id }) => id)).toEqual(methods.map(({ id }) => id));
  out = '';
  await run(['methods'], streams);
  for (const { id, costs, parameters } of methods)
    for (const said of [id, costs, ...parameters.map(({ help }) => help)]) expect(out).toContain(said);
});
