import { expect, it } from 'vitest';
import { GraphDef } from '../model/compile/graph-def';
import { loadModel } from '../model/load';
import { sampleCard } from '../model/sample';
import { savedModelFolder, withSignature } from '../model/testing/signed';
import { explain } from './explain';
import { Passes } from './passes';
import { sourceOfInput } from './source';

/** A graph whose two logits are the mean over the image, up and down. */
function meanOfImage(): Uint8Array {
  const graph = new GraphDef();
  const image = graph.placeholder([-1, 8, 8, 1]);
  const space = graph.constant({ values: new Int32Array([1, 2]), shape: [2] });
  const mean = graph.node('Mean', [image, space], {
    T: { type: 'float' },
    Tidx: { type: 'int32' },
    keep_dims: { bool: false },
  });
  const weights = graph.constant({ values: Float32Array.of(-20, 20), shape: [1, 2] });
  const logits = graph.node('MatMul', [mean, weights], { T: { type: 'float' } });
  const scores = graph.node('Softmax', [logits], { T: { type: 'float' } });
  return withSignature(graph.savedModel(), 'serving_default', {
    inputs: { image: { node: image, shape: [-1, 8, 8, 1] } },
    outputs: { scores: { node: scores, shape: [-1, 2] } },
  });
}

/** Dark, with a bright square at the lower right. */
const input = Float32Array.from({ length: 64 }, (_, i) => (i >= 32 && i % 8 >= 4 ? 1 : 0));

it('explains a SavedModel by occlusion, and says of Grad-CAM why it cannot', async () => {
  const model = await loadModel(await savedModelFolder(meanOfImage(), sampleCard(2, 8)));
  const setting = {
    model,
    source: sourceOfInput(model.card, input),
    passes: new Passes(),
    turn: () => Promise.resolve(),
  };
  const asked = { classIndex: 1, against: null, layers: [], parameters: {} };
  const { gridMap, grid } = await explain(setting, { ...asked, method: 'occlusion' }, '1');
  const [rows, columns] = grid;
  const strongest = gridMap.indexOf(Math.max(...gridMap));
  expect(Math.floor(strongest / columns)).toBeGreaterThanOrEqual(rows / 2);
  expect(strongest % columns).toBeGreaterThanOrEqual(columns / 2);
  expect(Math.max(...gridMap)).toBeGreaterThan(0);
  const refused = await explain(setting, { ...asked, method: 'grad-cam' }, '2');
  expect(refused.grid).toEqual([0, 0]);
  expect(refused.warnings).toContain(model.problems['layer-gradient']);
  expect(refused.scores[1]!.probability).toBeGreaterThan(0.9);
  model.dispose();
});
