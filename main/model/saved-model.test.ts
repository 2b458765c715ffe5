import { createHash } from 'node:crypto';
import { readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { type Attributes, GraphDef } from './compile/graph-def';
import { loadModel } from './load';
import { sampleCard, seededValues } from './sample';
import type { UnsignedCard } from './save-folder';
import { softmax } from './scores';
import { tensorflow } from './tensorflow';
import { savedModelFolder, type Signed, withSignature } from './testing/signed';

const tf = tensorflow();
const T: Attributes = { T: { type: 'float' } };
const random = (length: number, seed: number): Float32Array =>
  seededValues(length, seed).map((value) => value - 0.5);

interface Wanted {
  readonly end?: 'Softmax' | 'Sigmoid' | 'Identity';
  readonly units?: number;
  /** Whether a second input of four numbers joins the pooled features. */
  readonly second?: boolean;
  readonly signature?: string;
  /** Factor of the logits. */
  readonly scale?: number;
}

/** A convolution, ReLU, mean over space, a dense layer; 8 × 8 × 1 in. */
function bytesOf({ end = 'Softmax', units = 3, second = false, signature, scale = 1 }: Wanted): Uint8Array {
  const graph = new GraphDef();
  const image = graph.placeholder([-1, 8, 8, 1]);
  const kernel = graph.constant({ values: random(36, 1), shape: [3, 3, 1, 4] });
  const conv = graph.node('Conv2D', [image, kernel], {
    ...T,
    strides: { ints: [1, 1, 1, 1] },
    padding: { text: 'SAME' },
  });
  const space = graph.constant({ values: new Int32Array([1, 2]), shape: [2] });
  let features = graph.node('Mean', [graph.node('Relu', [conv], T), space], {
    ...T,
    Tidx: { type: 'int32' },
    keep_dims: { bool: false },
  });
  const age = graph.placeholder([-1, 4]);
  if (second) features = graph.node('AddV2', [features, age], T);
  const weights = graph.constant({
    values: random(4 * units, 2).map((w) => 20 * scale * w),
    shape: [4, units],
  });
  const logits = graph.node('MatMul', [features, weights], T);
  const scores = graph.node(end, [logits], T);
  const signed: Signed = {
    inputs: {
      image: { node: image, shape: [-1, 8, 8, 1] },
      ...(second ? { age: { node: age, shape: [-1, 4] } } : {}),
    },
    outputs: {
      scores: { node: scores, shape: [-1, units] },
      ...(second ? { features: { node: features, shape: [-1, 4] } } : {}),
    },
  };
  return withSignature(graph.savedModel(), signature ?? 'serving_default', signed);
}

const load = async (wanted: Wanted, card: Partial<UnsignedCard> = {}) =>
  loadModel(await savedModelFolder(bytesOf(wanted), sampleCard(wanted.units ?? 3, 8, card)));

const inputs = Float32Array.from([...seededValues(64, 4), ...seededValues(64, 9)]);

describe('a SavedModel', () => {
  it('turns probabilities back into logits: of a softmax up to a constant of the image', async () => {
    const [plain, soft] = [await load({ end: 'Identity' }, { output: 'logit' }), await load({})];
    const [logits, found] = [plain.run(inputs), soft.run(inputs)];
    expect(found).toHaveLength(6);
    for (const row of [0, 3]) {
      const shares = [...softmax(logits.subarray(row, row + 3))];
      expect([...found.subarray(row, row + 3)]).toEqual(shares.map((p) => expect.closeTo(Math.log(p), 4)));
    }
    expect(Math.max(...logits) - Math.min(...logits)).toBeGreaterThan(0.5);
    plain.dispose();
    soft.dispose();
  });

  it('turns sigmoids back into logits, one for each finding', async () => {
    const plain = await load({ end: 'Identity' }, { output: 'logit' });
    const several = await load({ end: 'Sigmoid' }, { output: 'sigmoid' });
    expect([...several.run(inputs)]).toEqual([...plain.run(inputs)].map((z) => expect.closeTo(z, 4)));
    plain.dispose();
    several.dispose();
  });

  it('keeps saturated probabilities finite', async () => {
    const soft = await load({ scale: 1000 });
    const sigmoid = await load({ end: 'Sigmoid', scale: 1000 }, { output: 'sigmoid' });
    expect(Math.min(...soft.run(inputs))).toBeCloseTo(Math.log(2 ** -126), 3);
    expect(Math.max(...sigmoid.run(inputs))).toBeCloseTo(16.6, 1);
    soft.dispose();
    sigmoid.dispose();
  });

  it('has one unit stand for two classes as −z and z', async () => {
    const folder = await savedModelFolder(
      bytesOf({ end: 'Sigmoid', units: 1 }),
      sampleCard(2, 8, { output: 'sigmoid' }),
    );
    const model = await loadModel(folder);
    const [a, b, c, d] = model.run(inputs);
    expect([a, c]).toEqual([-b!, -d!]);
    expect(b).not.toBe(d);
    model.dispose();
  });

  it('says that only what needs scores can be asked of it', async () => {
    const model = await load({});
    const { problems } = model;
    expect(problems.scores + problems.nothing).toBe('');
    for (const need of ['layer', 'layer-gradient', 'input-gradient'] as const)
      expect(problems[need]).toMatch(/^Sample is a SavedModel, .*; occlusion, LIME and RISE can be used\.$/);
    expect(model).toMatchObject({
      format: 'saved-model',
      engine: { kind: 'saved-model' },
      layers: [],
      targetLayer: '',
    });
    expect(() => model.inputGradient(inputs, 'top')).toThrow(problems['input-gradient']);
    expect(() => model.reach(inputs, 'conv')).toThrow(/no spatial layer named "conv"/);
    expect(() => model.run(inputs.subarray(1))).toThrow(/takes inputs of 8 × 8 × 1 values/);
    model.dispose();
  });

  it('is run by the signature, the input and the output of the card, the other input constant', async () => {
    const card: Partial<UnsignedCard> = {
      signature: 'screening',
      inputName: 'image',
      outputName: 'scores',
      otherInputs: [{ name: 'age', shape: [1, 4], values: [0, 0, 0, 0] }],
    };
    const two: Wanted = { second: true, signature: 'screening' };
    const [one, without, shifted] = [
      await load({}),
      await load(two, card),
      await load(two, { ...card, otherInputs: [{ name: 'age', shape: [1, 4], value: 0.3 }] }),
    ];
    expect([...without.run(inputs)]).toEqual([...one.run(inputs)].map((z) => expect.closeTo(z, 5)));
    expect(shifted.run(inputs)[0]).not.toBeCloseTo(one.run(inputs)[0]!, 2);
    for (const model of [one, without, shifted]) model.dispose();
  });

  it('gives its memory back', async () => {
    const before = tf.memory().numTensors;
    const card: Partial<UnsignedCard> = {
      inputName: 'image',
      outputName: 'scores',
      otherInputs: [{ name: 'age', shape: [1, 4], value: 1 }],
    };
    const model = await load({ second: true }, card);
    const loaded = tf.memory().numTensors;
    model.run(inputs);
    expect(tf.memory().numTensors).toBe(loaded);
    model.dispose();
    await expect(load({ second: true }, { ...card, output: 'sigmoid', targetLayer: 'conv' })).rejects.toThrow(
      /target layer "conv"/,
    );
    await expect(load({ second: true, end: 'Identity' }, card)).rejects.toThrow(/answers with values/);
    expect(tf.memory().numTensors).toBe(before);
  });
});

describe('a SavedModel that cannot be used says why in one sentence', () => {
  it('several inputs or outputs of which the card names none', async () => {
    await expect(load({ second: true })).rejects.toThrow(/has 2 outputs \(features, scores\).*outputName/);
    await expect(load({ second: true }, { outputName: 'scores' })).rejects.toThrow(
      /has 2 inputs \(age, image\).*inputName/,
    );
    await expect(load({ second: true }, { outputName: 'scores', inputName: 'image' })).rejects.toThrow(
      /also needs its input age/,
    );
  });

  it('a signature that is not there', async () => {
    await expect(load({}, { signature: 'train' })).rejects.toThrow(
      /no signature "train" to serve \(there is: serving_default\)/,
    );
  });

  it('logits that the card calls probabilities', async () => {
    await expect(load({ end: 'Identity', scale: 50 })).rejects.toThrow(
      /which no softmax gives; correct output/,
    );
  });

  it('weights that are not the card’s, variables included', async () => {
    const folder = await savedModelFolder(bytesOf({}), sampleCard(3, 8));
    for (const name of ['variables.index', 'variables.data-00000-of-00001'])
      await writeFile(join(folder, 'variables', name), name);
    await expect(loadModel(folder)).rejects.toThrow(/not those of its card/);
    const graph = await readFile(join(folder, 'saved_model.pb'));
    const hash = createHash('sha256').update(graph).update('variables.data-00000-of-00001variables.index');
    const card = JSON.parse(await readFile(join(folder, 'card.json'), 'utf8')) as object;
    const signed = { ...card, format: undefined, weightsSha256: hash.digest('hex') };
    await writeFile(join(folder, 'card.json'), JSON.stringify(signed));
    // The digest is right now, and the format told by the files.
    const model = await loadModel(folder);
    expect(model.format).toBe('saved-model');
    model.dispose();
  });
});
