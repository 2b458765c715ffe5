import { readFile, rm, truncate, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { PersonError } from '../process/errors';
import { loadModel } from './load';
import { sampleCard, sampleFolder } from './sample';
import { GraphBuilder } from './sample-graph';
import type { UnsignedCard } from './save-folder';
import { tensorflow } from './tensorflow';

async function folder(more: Partial<UnsignedCard> = {}, classes = 2): Promise<string> {
  const builder = new GraphBuilder();
  const conv = builder.fusedConv('conv', builder.input('image', 8), [1, 3], 'Relu');
  builder.node('scores', 'Softmax', [builder.dense('logits', builder.meanOverSpace('mean', conv), [3, 2])]);
  return sampleFolder(builder.build(), sampleCard(classes, 8, more));
}

async function editJson(path: string, change: (json: Record<string, unknown>) => void): Promise<void> {
  const json = JSON.parse(await readFile(path, 'utf8')) as Record<string, unknown>;
  change(json);
  await writeFile(path, JSON.stringify(json));
}

async function refusal(place: string): Promise<string> {
  const thrown: unknown = await loadModel(place).catch((error: unknown) => error);
  expect(thrown).toBeInstanceOf(PersonError);
  const { message } = thrown as PersonError;
  expect(message).toContain(place);
  expect(message).not.toContain('\n');
  return message;
}

describe('a model folder that cannot be used says why in one sentence', () => {
  it('no folder, no card', async () => {
    const place = await folder();
    await rm(join(place, 'card.json'));
    expect(await refusal(place)).toMatch(/has no card\.json/);
    await rm(place, { recursive: true });
    expect(await refusal(place)).toMatch(/has no card\.json/);
  });

  it('a card that is not JSON, or lacks something', async () => {
    const place = await folder();
    await editJson(join(place, 'card.json'), (card) => delete card['limits']);
    expect(await refusal(place)).toMatch(/card\.json .* is wrong at limits/);
    await writeFile(join(place, 'card.json'), '{');
    expect(await refusal(place)).toMatch(/is not JSON/);
  });

  it('no model.json, or one without topology', async () => {
    const place = await folder();
    await writeFile(join(place, 'model.json'), '{}');
    expect(await refusal(place)).toMatch(/no topology/);
    await rm(join(place, 'model.json'));
    expect(await refusal(place)).toMatch(/no model\.json/);
  });

  it('a missing, shortened or foreign weight file', async () => {
    const place = await folder();
    await truncate(join(place, 'weights.bin'), 10);
    expect(await refusal(place)).toMatch(/not those of its card \(SHA-256/);
    await rm(join(place, 'weights.bin'));
    expect(await refusal(place)).toMatch(/weight file weights\.bin .* cannot be read \(ENOENT\)/);
  });

  it('weights that are others than the card’s, though a model can be made of them, and frees it', async () => {
    const place = await folder();
    const file = join(place, 'weights.bin');
    const weights = await readFile(file);
    // The lowest bit of a number.
    weights[0]! ^= 1;
    await writeFile(file, weights);
    const before = tensorflow().memory().numTensors;
    expect(await refusal(place)).toMatch(/not those of its card \(SHA-256/);
    expect(tensorflow().memory().numTensors).toBe(before);
  });

  it('a weight file outside the folder', async () => {
    const place = await folder();
    await editJson(join(place, 'model.json'), (json) => {
      json['weightsManifest'] = [{ paths: ['../weights.bin'], weights: [] }];
    });
    expect(await refusal(place)).toMatch(/outside its folder/);
  });

  it('an input, classes, output or layer that do not fit the model', async () => {
    const input = { ...sampleCard(2, 8).input, rows: 9 };
    expect(await refusal(await folder({ input }))).toMatch(/input of 9 × 8 × 1, the model wants 8 × 8 × 1/);
    expect(await refusal(await folder({}, 3))).toMatch(/has 2 outputs, its card names 3 classes/);
    expect(await refusal(await folder({ targetLayer: 'nowhere' }))).toMatch(/target layer "nowhere"/);
  });

  it('a format that is not the card’s', async () => {
    const place = await folder();
    await editJson(join(place, 'card.json'), (card) => (card['format'] = 'layers-model'));
    expect(await refusal(place)).toMatch(/says layers-model, its model\.json is a graph-model/);
  });

  it('a topology with an op that TensorFlow.js does not know', async () => {
    const builder = new GraphBuilder();
    const conv = builder.conv('conv', builder.input('image', 8), [1, 2]);
    builder.node('logits', 'MatMul', [builder.node('odd', 'NoSuchOp', [conv]), builder.weight('w', [2, 2])]);
    expect(await refusal(await sampleFolder(builder.build(), sampleCard(2, 8)))).toMatch(/NoSuchOp/);
  });
});
