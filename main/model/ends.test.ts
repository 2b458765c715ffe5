import { describe, expect, it } from 'vitest';
import { loadModel } from './load';
import type { Model } from './port';
import { layersFolder, sampleCard, sampleFolder, seededValues } from './sample';
import type { UnsignedCard } from './save-folder';
import { tensorflow } from './tensorflow';
import { graphTwo, layersTwo } from './testing/two-ended';

const tf = tensorflow();
const age = { name: 'age', shape: [1, 3], values: [0.2, -0.4, 0.9] };

const folders = {
  LayersModel: (card: UnsignedCard) => layersFolder(layersTwo(), card),
  GraphModel: (card: UnsignedCard) => sampleFolder(graphTwo(), card),
};
const chosen: Partial<UnsignedCard> = { inputName: 'image', outputName: 'scores', otherInputs: [age] };

/** Along a seeded move of the layer's activation: what differences of the logit say, and what the gradient. */
function slopes(model: Model, layer: string): { measured: number; predicted: number } {
  const reached = model.reachWithGradient(seededValues(64, 3), layer, Float32Array.of(0, 1, 0));
  const { activation, gradient } = reached;
  const move = seededValues(activation.length, 5).map((value) => value - 0.5);
  const at = (size: number): number =>
    model.runAbove(
      reached,
      activation.map((value, i) => value + size * move[i]!),
    )[1]!;
  return {
    measured: (at(0.01) - at(-0.01)) / 0.02,
    predicted: gradient.reduce((sum, value, i) => sum + value * move[i]!, 0),
  };
}

describe.each(['LayersModel', 'GraphModel'] as const)('a %s with two inputs and two outputs', (kind) => {
  const load = async (more: Partial<UnsignedCard>, way?: 'eager') =>
    loadModel(await folders[kind](sampleCard(3, 8, more)), way);

  it('has layers of what leads to the explained output alone, the last of them the target', async () => {
    const model = await load(chosen);
    expect(model.layers.map(({ name }) => name)).toEqual(['shared', 'last']);
    expect(model.targetLayer).toBe('last');
    expect(Object.values(model.problems).join('')).toBe('');
    model.dispose();
  });

  it.each(['shared', 'last'])('has the gradient at %s that differences imply', async (layer) => {
    const model = await load(chosen);
    const { measured, predicted } = slopes(model, layer);
    expect(Math.abs(predicted)).toBeGreaterThan(1e-3);
    expect(measured / predicted).toBeCloseTo(1, 2);
    model.dispose();
  });

  it('feeds the other input what the card says, to each image of a batch', async () => {
    const [one, other, eager] = [
      await load(chosen),
      await load({ ...chosen, otherInputs: [{ name: 'age', shape: [1, 3], value: 5 }] }),
      await load(chosen, 'eager'),
    ];
    const inputs = seededValues(128, 3);
    const logits = one.run(inputs);
    expect([...logits]).toEqual([...eager.run(inputs)].map((z) => expect.closeTo(z, 4)));
    expect([...logits.subarray(0, 3)]).toEqual(
      [...one.run(inputs.subarray(0, 64))].map((z) => expect.closeTo(z, 4)),
    );
    expect(Math.abs(other.run(inputs)[0]! - logits[0]!)).toBeGreaterThan(0.05);
    for (const model of [one, other, eager]) model.dispose();
  });

  it('gives its memory back, also where it was refused', async () => {
    const before = tf.memory().numTensors;
    const model = await load(chosen);
    const loaded = tf.memory().numTensors;
    model.inputGradient(seededValues(64), 'top');
    expect(tf.memory().numTensors).toBe(loaded);
    model.dispose();
    await expect(load({})).rejects.toThrow();
    await expect(load({ ...chosen, targetLayer: 'elsewhere' })).rejects.toThrow(/target layer "elsewhere"/);
    expect(tf.memory().numTensors).toBe(before);
  });

  it('is refused with the names where the card says too little, or wrong', async () => {
    const refused = async (card: Partial<UnsignedCard>, reason: RegExp) =>
      expect(load(card)).rejects.toThrow(reason);
    await refused({}, /2 outputs \(embedding, scores\).* outputName/);
    await refused({ outputName: 'scores' }, /2 inputs \(age, image\).* inputName/);
    await refused({ ...chosen, outputName: 'mask' }, /output "mask", the model has embedding, scores/);
    await refused({ ...chosen, otherInputs: [] }, /also needs its input age/);
    await refused({ ...chosen, otherInputs: [{ ...age, name: 'sex' }] }, /gives values to the input "sex"/);
    await refused(
      { ...chosen, otherInputs: [{ name: 'age', shape: [1, 4], value: 1 }] },
      /shape 1 × 4, the model wants any × 3/,
    );
  });

  it('does not ask for an input that the explained output does not use', async () => {
    const model = load({ inputName: 'image', outputName: 'embedding' });
    await expect(model).rejects.toThrow(kind === 'GraphModel' ? /ends in elu/ : /ends in a tanh/);
    await expect(load({ inputName: 'age', outputName: 'embedding' })).rejects.toThrow(
      /output embedding .* does not depend on its input age/,
    );
  });
});

describe('the card', () => {
  it('gives an input one value or as many as its shape says', async () => {
    const given = (more: object) =>
      folders.GraphModel(sampleCard(3, 8, { otherInputs: [{ name: 'age', shape: [1, 3], ...more }] }));
    await expect(given({})).rejects.toThrow(/either value or values/);
    await expect(given({ value: 1, values: [1, 2, 3] })).rejects.toThrow(/either value or values/);
    await expect(given({ values: [1, 2] })).rejects.toThrow(/as many values/);
  });
});
