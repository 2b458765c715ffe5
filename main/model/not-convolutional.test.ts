import type { LayersModel, SymbolicTensor } from '@tensorflow/tfjs-node';
import { describe, expect, it } from 'vitest';
import { loadModel } from './load';
import type { Model } from './port';
import { layersFolder, sampleCard, sampleFolder, seededValues } from './sample';
import { GraphBuilder } from './sample-graph';
import { tensorflow } from './tensorflow';

const tf = tensorflow();
const product = (transposed: boolean) => ({ adj_x: { b: false }, adj_y: { b: transposed } });
const mean = { keep_dims: { b: false }, Tidx: { type: 'DT_INT32' } };

/** Tokens that look at each other: softmax(Q Kᵀ) V, tokens × 4. */
function attended(graph: GraphBuilder, tokens: string, softmax = true): string {
  const match = graph.node('match', 'BatchMatMulV2', [tokens, tokens], product(true));
  const shares = softmax ? graph.node('shares', 'Softmax', [match]) : match;
  return graph.node('mixed', 'BatchMatMulV2', [shares, tokens], product(false));
}

/** The rest of a network over 16 positions of 4 channels on a 4 × 4 grid. */
type Rest = (graph: GraphBuilder, map: string) => string;

const tokensOf = (graph: GraphBuilder, map: string): string =>
  graph.node('tokens', 'Reshape', [map, graph.weight('tokens/size', [3], [1, 16, 4], 'int32')]);

const overTokens = (graph: GraphBuilder, tokens: string): string =>
  graph.node('mean', 'Mean', [tokens, graph.weight('mean/axis', [1], [1], 'int32')], mean);

const rests: Record<string, Rest> = {
  'a vision transformer': (graph, map) => overTokens(graph, attended(graph, tokensOf(graph, map))),
  'a transformer without a softmax': (graph, map) =>
    overTokens(graph, attended(graph, tokensOf(graph, map), false)),
  'a CNN with attention pooling': (graph, map) => {
    const features = graph.conv('features', map, [4, 4]);
    const tokens = tokensOf(graph, features);
    const query = graph.weight('query', [1, 4, 1]);
    const match = graph.node('match', 'BatchMatMulV2', [tokens, query], product(false));
    const turned = graph.node('turned', 'Reshape', [
      match,
      graph.weight('turned/size', [3], [1, 1, 16], 'int32'),
    ]);
    const shares = graph.node('shares', 'Softmax', [turned]);
    const pooled = graph.node('pooled', 'BatchMatMulV2', [shares, tokens], product(false));
    return graph.node('mean', 'Reshape', [pooled, graph.weight('mean/size', [2], [1, 4], 'int32')]);
  },
  'a CNN with squeeze and excitation': (graph, map) => {
    const squeezed = graph.node('squeezed', 'Mean', [map, graph.weight('axes', [2], [1, 2], 'int32')], {
      ...mean,
      keep_dims: { b: true },
    });
    const gate = graph.node('gate', 'Sigmoid', [graph.conv('excite', squeezed, [4, 4])]);
    return graph.meanOverSpace('mean', graph.node('gated', 'Mul', [map, gate]));
  },
  'a CNN whose attention a convolution follows': (graph, map) => {
    const mixed = attended(graph, tokensOf(graph, map));
    const back = graph.node('back', 'Reshape', [
      mixed,
      graph.weight('back/size', [4], [1, 4, 4, 4], 'int32'),
    ]);
    return graph.meanOverSpace('mean', graph.conv('last', back, [4, 4]));
  },
  'a CNN whose dense layers are Einsum': (graph, map) =>
    graph.node('mean2', 'Einsum', [graph.meanOverSpace('mean', map), graph.weight('square', [4, 4])], {
      equation: { s: Buffer.from('bc,cd->bd').toString('base64') },
      N: { i: '2' },
    }),
};

async function graphOf(name: string): Promise<Model> {
  const graph = new GraphBuilder();
  const map = graph.conv('patches', graph.input('image', 8), [1, 4], 2);
  graph.node('scores', 'Softmax', [graph.dense('logits', rests[name]!(graph, map), [4, 2])]);
  return loadModel(await sampleFolder(graph.build(), sampleCard(2, 8)));
}

/** Patches, layer normalisation, and attention by products of what came from the image. */
function transformer(): LayersModel {
  const image = tf.input({ shape: [8, 8, 1] });
  const patches = tf.layers.conv2d({ name: 'patches', filters: 4, kernelSize: 2, strides: 2 });
  const tokens = tf.layers.reshape({ targetShape: [16, 4] }).apply(patches.apply(image)) as SymbolicTensor;
  const normal = tf.layers.layerNormalization().apply(tokens) as SymbolicTensor;
  const projected = () => tf.layers.dense({ units: 4 }).apply(normal) as SymbolicTensor;
  const match = tf.layers.dot({ axes: 2 }).apply([projected(), projected()]) as SymbolicTensor;
  const shares = tf.layers.activation({ activation: 'softmax' }).apply(match) as SymbolicTensor;
  const mixed = tf.layers.dot({ axes: [2, 1] }).apply([shares, projected()]) as SymbolicTensor;
  const residual = tf.layers.add().apply([tokens, mixed]) as SymbolicTensor;
  const pooled = tf.layers.globalAveragePooling1d({}).apply(residual) as SymbolicTensor;
  const scores = tf.layers.dense({ units: 2, activation: 'softmax' });
  return tf.model({ inputs: image, outputs: scores.apply(pooled) as SymbolicTensor });
}

/** Refused for the CAM family in words that say what is left; what needs scores alone works. */
function expectOnlyScores(model: Model): void {
  const reason =
    /^Sample mixes all positions by attention \(.+\) after its last spatial feature map, .*; occlusion, LIME and RISE can be used\.$/;
  expect(model.problems['layer-gradient']).toMatch(reason);
  expect(model.problems.layer).toMatch(reason);
  expect(model.problems.scores).toBe('');
  expect(model.layers).toEqual([]);
  expect(model.run(seededValues(64))).toHaveLength(2);
}

describe('a graph that is judged by what it is', () => {
  it.each(['a vision transformer', 'a transformer without a softmax', 'a CNN with attention pooling'])(
    'refuses the CAM family: %s',
    async (name) => {
      const model = await graphOf(name);
      expectOnlyScores(model);
      model.dispose();
    },
  );

  it.each([
    ['a CNN with squeeze and excitation', 'gated'],
    ['a CNN whose attention a convolution follows', 'last'],
    ['a CNN whose dense layers are Einsum', 'patches'],
  ])('does not: %s', async (name, target) => {
    const model = await graphOf(name);
    expect(model.targetLayer).toBe(target);
    expect(model.problems.layer).toBe('');
    expect(model.run(seededValues(64))).toHaveLength(2);
    model.dispose();
  });
});

describe('a LayersModel that is judged by what it is', () => {
  it('refuses the CAM family: a vision transformer with layer normalisation', async () => {
    const model = await loadModel(await layersFolder(transformer(), sampleCard(2, 8)));
    expectOnlyScores(model);
    model.dispose();
  });

  it('refuses the CAM family: a perceptron, of which it says that it has no place to point at', async () => {
    const perceptron: LayersModel = tf.sequential({
      layers: [
        tf.layers.flatten({ inputShape: [8, 8, 1] }),
        tf.layers.dense({ units: 6, activation: 'relu' }),
        tf.layers.dense({ units: 2, activation: 'softmax' }),
      ],
    });
    const model = await loadModel(await layersFolder(perceptron, sampleCard(2, 8)));
    expect(model.problems.layer).toMatch(
      /no spatial feature map: .*; occlusion, LIME and RISE can be used\.$/,
    );
    expect(model.problems['input-gradient'] + model.problems.scores).toBe('');
    model.dispose();
  });
});
