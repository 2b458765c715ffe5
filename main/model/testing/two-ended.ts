import type { LayersModel, SymbolicTensor } from '@tensorflow/tfjs-node';
import { GraphBuilder } from '../sample-graph';
import type { SavedModel } from '../save-folder';
import { tensorflow } from '../tensorflow';

const tf = tensorflow();
const seeded = (seed: number) => ({ kernelInitializer: tf.initializers.glorotNormal({ seed }) });

/** An image and three numbers in; an embedding of another branch with a layer of its own, and scores out. */
export function layersTwo(): LayersModel {
  const image = tf.input({ shape: [8, 8, 1], name: 'image' });
  const numbers = tf.input({ shape: [3], name: 'age' });
  const conv = (name: string, filters: number, seed: number) =>
    tf.layers.conv2d({ name, filters, kernelSize: 3, activation: 'tanh', ...seeded(seed) });
  const shared = conv('shared', 4, 1).apply(image) as SymbolicTensor;
  const last = conv('last', 5, 2).apply(shared) as SymbolicTensor;
  const other = conv('elsewhere', 2, 3).apply(last) as SymbolicTensor;
  const pooled = tf.layers.globalAveragePooling2d({}).apply(last) as SymbolicTensor;
  const both = tf.layers.concatenate().apply([pooled, numbers]) as SymbolicTensor;
  const hidden = tf.layers
    .dense({ units: 6, activation: 'tanh', ...seeded(4) })
    .apply(both) as SymbolicTensor;
  const scores = tf.layers.dense({ name: 'scores', units: 3, activation: 'softmax', ...seeded(5) });
  const embedding = tf.layers.flatten({ name: 'embedding' }).apply(other) as SymbolicTensor;
  return tf.model({ inputs: [numbers, image], outputs: [embedding, scores.apply(hidden) as SymbolicTensor] });
}

/** The same idea as a graph. */
export function graphTwo(): SavedModel {
  const graph = new GraphBuilder();
  const numbers = graph.node('age', 'Placeholder', [], {
    dtype: { type: 'DT_FLOAT' },
    shape: { shape: { dim: [{ size: '-1' }, { size: '3' }] } },
  });
  const shared = graph.fusedConv('shared', graph.input('image', 8), [1, 4], 'Elu');
  const last = graph.fusedConv('last', shared, [4, 5], 'Elu');
  const other = graph.fusedConv('elsewhere', last, [5, 2], 'Elu');
  graph.node('embedding', 'Identity', [other]);
  const axis = graph.weight('axis', [], [1], 'int32');
  const both = graph.node('both', 'ConcatV2', [graph.meanOverSpace('mean', last), numbers, axis], {
    N: { i: '2' },
    Tidx: { type: 'DT_INT32' },
  });
  const hidden = graph.node('hidden', 'Elu', [graph.dense('hidden/product', both, [8, 6])]);
  graph.node('scores', 'Softmax', [graph.dense('logits', hidden, [6, 3])]);
  return graph.build();
}
