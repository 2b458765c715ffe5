import { rmSync } from 'node:fs';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { layersFolder, sampleCard } from '../../model/sample';
import { tensorflow } from '../../model/tensorflow';
import { run } from '../run';
import { smallModel } from '../testing/small-model';

let model = '';
beforeAll(async () => void (model = await smallModel()));
afterAll(() => rmSync(model, { recursive: true, force: true }));

async function list(...args: string[]): Promise<{ code: number; out: string; err: string }> {
  const said = { out: '', err: '' };
  const code = await run(['layers', ...args], {
    out: (line) => void (said.out += `${line}\n`),
    err: (line) => void (said.err += line),
  });
  return { code, ...said };
}

describe('layers', () => {
  it('are listed with kinds and grids, the target marked', async () => {
    expect(await list('--model', model)).toEqual({
      code: 0,
      err: '',
      out: 'early  Conv2D  16×16×4\nlate   Conv2D  8×8×8  target\n',
    });
  });

  it('are listed as JSON', async () => {
    const { out } = await list('--model', model, '--json');
    expect(JSON.parse(out)).toEqual([
      { name: 'early', kind: 'Conv2D', rows: 16, columns: 16, channels: 4, target: false },
      { name: 'late', kind: 'Conv2D', rows: 8, columns: 8, channels: 8, target: true },
    ]);
  });

  it('leave no tensors behind', async () => {
    const before = tensorflow().memory().numTensors;
    await list('--model', model);
    expect(tensorflow().memory().numTensors).toBe(before);
  });

  it('are told not to be there where a model has none', async () => {
    const tf = tensorflow();
    const flat = tf.sequential({
      layers: [tf.layers.flatten({ inputShape: [8, 8, 1] }), tf.layers.dense({ units: 2 })],
    });
    const folder = await layersFolder(flat, sampleCard(2, 8));
    const { code, err } = await list('--model', folder);
    rmSync(folder, { recursive: true });
    expect(code).toBe(2);
    expect(err).toMatch(/no .*map/);
  });
});
