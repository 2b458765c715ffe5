import { rm } from 'node:fs/promises';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { eachOf } from '../each-of';
import { loadModel } from '../load';
import type { Model } from '../port';
import { inputLength, sampleCard, sampleFolder, seededValues } from '../sample';
import { savedLayersModel } from '../save-layers';
import { rowsOf } from '../stacked';
import { tensorflow } from '../tensorflow';
import { relativeL2 } from '../testing/forms';
import { architectures } from '../testing/zoo';
import { manyInputs } from './plan';

const tf = tensorflow();
const classes = 10;
/** One more than from which on the pass for many runs. */
const count = manyInputs + 1;

const oneClass = (index: number): Float32Array =>
  Float32Array.from({ length: classes }, (_, other) => (other === index ? 1 : 0));

/** All channels: the pass for many is another only where there are many. */
describe('many inputs at once, ResNet-18 at its full width', () => {
  let compiled: Model;
  let eager: Model;
  let inputs: Float32Array;
  beforeAll(async () => {
    const network = architectures.find(({ name }) => name === 'ResNet-18')!.build({ size: 64, classes });
    const range = { kind: 'values', min: 0, max: 1 } as const;
    const input = { rows: 64, columns: 64, channels: 3, range, resize: 'stretch' } as const;
    const folder = await sampleFolder(
      await savedLayersModel(tf, network),
      sampleCard(classes, 64, { input }),
    );
    network.dispose();
    [compiled, eager] = [await loadModel(folder), await loadModel(folder, 'eager')];
    await rm(folder, { recursive: true });
    inputs = seededValues(count * inputLength(compiled), 3);
  });
  afterAll(() => {
    compiled.dispose();
    eager.dispose();
  });

  it('answer as op by op', () => {
    expect(relativeL2(compiled.run(inputs), eager.run(inputs))).toBeLessThan(1e-4);
  });

  it('and go on one by one from a pass of all, also where a skip connection lies beside the layer', () => {
    for (const layer of ['conv5_block2_out', 'conv4_block1_1_relu', 'conv3_block2_1_relu']) {
      const weights = new Float32Array(count * classes).map((_, i) => (i % classes === 2 ? 1 : 0));
      const all = eachOf(compiled.reachWithGradient(inputs, layer, weights));
      const single = rowsOf(inputs, inputs.length / count);
      for (const at of [0, count - 1]) {
        const wanted = eager.reachWithGradient(single[at]!, layer, oneClass(7));
        const found = compiled.gradientAbove(all[at]!, oneClass(7));
        expect(relativeL2(all[at]!.activation, wanted.activation), layer).toBeLessThan(1e-4);
        expect(relativeL2(found, wanted.gradient), layer).toBeLessThan(1e-3);
        const again = compiled.runAbove(all[at]!, all[at]!.activation);
        expect(relativeL2(again, wanted.logits), layer).toBeLessThan(1e-4);
      }
    }
  });

  it('leave no tensor behind', () => {
    const before = tf.memory().numTensors;
    compiled.run(inputs);
    expect(tf.memory().numTensors).toBe(before);
  });
});
