import { readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { loadModel } from './load';
import type { Model } from './port';
import { evidenceAt } from './sample-evidence';
import { inputLength, sampleCard, sampleFolder, seededValues } from './sample';
import { GraphBuilder } from './sample-graph';
import type { SavedModel } from './save-folder';
import { tensorflow } from './tensorflow';

const tf = tensorflow();

const load = async (saved: SavedModel, ...card: Parameters<typeof sampleCard>): Promise<Model> =>
  loadModel(await sampleFolder(saved, sampleCard(...card)));

/** Fused and plain convolutions, a residual branch, mean, dense, softmax. */
function residual(end: 'Softmax' | 'Sigmoid' = 'Softmax'): SavedModel {
  const graph = new GraphBuilder();
  const image = graph.input('image', 8);
  const stem = graph.fusedConv('stem', image, [1, 4], 'Elu');
  const branch = graph.node('branch/elu', 'Elu', [graph.conv('branch', stem, [4, 4])]);
  const sum = graph.node('sum', 'AddV2', [stem, branch]);
  const last = graph.node('last', 'Elu', [graph.conv('last/conv', sum, [4, 5], 2)]);
  const logits = graph.dense('logits', graph.meanOverSpace('mean', last), [5, 3]);
  graph.node('scores', end, [logits]);
  return graph.build();
}

/** Along a seeded move of the input: the change of the logit, and what the gradient makes of the layer's change. */
function slopes(model: Model, layer: string): { measured: number; predicted: number } {
  const input = seededValues(inputLength(model), 3);
  const direction = seededValues(input.length, 5);
  const at = (sign: number) =>
    evidenceAt(
      model,
      input.map((v, i) => v + sign * 0.02 * (direction[i]! - 0.5)),
      layer,
      2,
    );
  const [here, up, down] = [at(0), at(1), at(-1)];
  const change = (i: number): number => up.activation[i]! - down.activation[i]!;
  return {
    measured: up.logits[2]! - down.logits[2]!,
    predicted: here.gradient.reduce((sum, g, i) => sum + g * change(i), 0),
  };
}

describe('a GraphModel', () => {
  it('lists its spatial nodes in order and explains at the last', async () => {
    const model = await load(residual(), 3, 8);
    expect(model.format).toBe('graph-model');
    expect(model.layers.map(({ name }) => name)).toEqual([
      'stem',
      'branch',
      'branch/elu',
      'sum',
      'last/conv',
      'last',
    ]);
    expect(model.targetLayer).toBe('last');
    expect(model.problems['layer-gradient']).toBe('');
    model.dispose();
  });

  it.each(['stem', 'sum', 'last/conv', 'last'])(
    'has the gradient at %s that differences imply',
    async (layer) => {
      const model = await load(residual(), 3, 8);
      const { measured, predicted } = slopes(model, layer);
      expect(Math.abs(measured)).toBeGreaterThan(1e-4);
      expect(predicted / measured).toBeCloseTo(1, 2);
      model.dispose();
    },
  );

  it('explains inside a residual branch, which the rest bypasses', async () => {
    const model = await load(residual(), 3, 8);
    const input = seededValues(64);
    const inside = evidenceAt(model, input, 'branch/elu', 1);
    const sum = evidenceAt(model, input, 'sum', 1);
    expect([...inside.gradient]).toEqual([...sum.gradient].map((value) => expect.closeTo(value, 6)));
    expect(inside.logits).toEqual(model.run(input));
    model.dispose();
  });

  it('answers with logits, not with what softmax or sigmoid makes of them', async () => {
    const [soft, sigmoid] = [
      await load(residual(), 3, 8),
      await load(residual('Sigmoid'), 3, 8, { output: 'sigmoid' }),
    ];
    const logits = soft.run(seededValues(64));
    expect(sigmoid.run(seededValues(64))).toEqual(logits);
    expect(logits.reduce((a, b) => a + b)).not.toBeCloseTo(1, 3);
    soft.dispose();
    sigmoid.dispose();
  });

  it('is found through the signature that the converter writes', async () => {
    const folder = await sampleFolder(residual(), sampleCard(3, 8));
    const plain = await loadModel(folder);
    const json = JSON.parse(await readFile(join(folder, 'model.json'), 'utf8')) as object;
    const signature = {
      inputs: { x: { name: 'image:0', dtype: 'DT_FLOAT', tensorShape: { dim: [] } } },
      outputs: { output_0: { name: 'scores:0', dtype: 'DT_FLOAT', tensorShape: { dim: [] } } },
    };
    await writeFile(join(folder, 'model.json'), JSON.stringify({ ...json, signature }));
    const signed = await loadModel(folder);
    const [expected, found] = [plain, signed].map((model) =>
      evidenceAt(model, seededValues(64), 'branch/elu', 1),
    );
    expect(found!.logits).toEqual(expected!.logits);
    expect(found!.gradient).toEqual(expected!.gradient);
    plain.dispose();
    signed.dispose();
  });

  it('takes a sigmoid off that was fused into the last product', async () => {
    const graph = (activation: string): SavedModel => {
      const builder = new GraphBuilder();
      const conv = builder.fusedConv('conv', builder.input('image', 8), [1, 3], 'Relu');
      builder.fusedDense('head', builder.meanOverSpace('mean', conv), [3, 1], activation);
      return builder.build();
    };
    const plain = await load(graph(''), 1, 8, { output: 'sigmoid' });
    const fused = await load(graph('Sigmoid'), 1, 8, { output: 'sigmoid' });
    expect(fused.run(seededValues(64))).toEqual(plain.run(seededValues(64)));
    expect(evidenceAt(fused, seededValues(64), 'conv', 0).gradient.some((g) => g !== 0)).toBe(true);
    plain.dispose();
    fused.dispose();
    await expect(load(graph('Relu'), 1, 8, { output: 'logit' })).rejects.toThrow(/ends in relu/);
  });

  it('leaves no tensor behind', async () => {
    const start = tf.memory().numTensors;
    const model = await load(residual(), 3, 8);
    const before = tf.memory().numTensors;
    model.run(seededValues(64));
    for (const { name } of model.layers) evidenceAt(model, seededValues(64), name, 'top');
    expect(tf.memory().numTensors).toBe(before);
    model.dispose();
    expect(tf.memory().numTensors).toBe(start);
  });

  it('names the op that has no gradient', async () => {
    const builder = new GraphBuilder();
    const conv = builder.conv('conv', builder.input('image', 8), [1, 2]);
    const odd = builder.node('odd', 'Cumsum', [conv, builder.weight('axis', [], [1], 'int32')], {
      exclusive: { b: false },
      reverse: { b: false },
    });
    const ceiling = builder.node('cumprod', 'Cumprod', [odd, 'axis'], {
      exclusive: { b: false },
      reverse: { b: false },
    });
    builder.node('scores', 'Softmax', [
      builder.dense('logits', builder.meanOverSpace('mean', ceiling), [2, 2]),
    ]);
    const model = await load(builder.build(), 2, 8, { targetLayer: 'conv' });
    expect(model.problems['layer-gradient']).toMatch(/no gradient for the op Cumprod/);
    expect(model.run(seededValues(64))).toHaveLength(2);
    model.dispose();
  });

  it('that mixes positions by attention is told so', async () => {
    const builder = new GraphBuilder();
    const patches = builder.conv('patches', builder.input('image', 8), [1, 4], 4);
    const tokens = builder.node('tokens', 'Reshape', [
      patches,
      builder.weight('size', [3], [1, 4, 4], 'int32'),
    ]);
    const match = builder.node('match', 'BatchMatMulV2', [tokens, tokens], {
      adj_x: { b: false },
      adj_y: { b: true },
    });
    const shares = builder.node('shares', 'Softmax', [match]);
    const mixed = builder.node('mixed', 'BatchMatMulV2', [shares, tokens], {
      adj_x: { b: false },
      adj_y: { b: false },
    });
    const axis = builder.weight('axis', [1], [1], 'int32');
    const mean = builder.node('mean', 'Mean', [mixed, axis], {
      keep_dims: { b: false },
      Tidx: { type: 'DT_INT32' },
    });
    builder.node('scores', 'Softmax', [builder.dense('logits', mean, [4, 2])]);
    const model = await load(builder.build(), 2, 8);
    expect(model.problems['layer-gradient']).toMatch(/attention .*as a transformer does/);
    expect(model.layers).toEqual([]);
    model.dispose();
  });

  it('that ends in something else is refused', async () => {
    const builder = new GraphBuilder();
    const conv = builder.conv('conv', builder.input('image', 8), [1, 2]);
    builder.node('out', 'Exp', [builder.dense('logits', builder.meanOverSpace('mean', conv), [2, 2])]);
    await expect(load(builder.build(), 2, 8)).rejects.toThrow(/ends in Exp/);
  });
});
