import { describe, expect, it } from 'vitest';
import { loadModel } from './load';
import { layersFolder, sampleCard, seededValues } from './sample';
import { classScores } from './scores';
import { type Tensor, tensorflow } from './tensorflow';

const tf = tensorflow();
const seeded = (seed: number) => ({ kernelInitializer: tf.initializers.glorotNormal({ seed }) });

/** Three findings, each with a sigmoid of its own. */
const network = () =>
  tf.sequential({
    layers: [
      tf.layers.conv2d({
        inputShape: [8, 8, 1],
        name: 'conv',
        filters: 4,
        kernelSize: 3,
        activation: 'tanh',
        ...seeded(1),
      }),
      tf.layers.globalAveragePooling2d({}),
      tf.layers.dense({ units: 3, activation: 'sigmoid', ...seeded(2) }),
    ],
  });

const card = sampleCard(3, 8, { output: 'sigmoid' });
const input = seededValues(64, 6);

describe('a head of three sigmoids', () => {
  it('has a logit for each finding, whose probabilities need not add up to 1', async () => {
    const source = network();
    const answer = tf.tidy(() => source.predict(tf.tensor4d(input, [1, 8, 8, 1])) as Tensor);
    const expected = [...answer.dataSync()];
    answer.dispose();
    const model = await loadModel(await layersFolder(source, card));
    const logits = model.run(input);
    expect([...logits]).toEqual(expected.map((p) => expect.closeTo(Math.log(p / (1 - p)), 4)));
    const shares = classScores(card.classes, [...logits], 'sigmoid').map(({ probability }) => probability);
    expect(shares).toEqual(expected.map((p) => expect.closeTo(p, 5)));
    expect(shares.reduce((a, b) => a + b)).toBeGreaterThan(1.1);
    model.dispose();
  });

  it('explains each by a gradient of its own, and their sum by the sum', async () => {
    const model = await loadModel(await layersFolder(network(), card));
    const of = (...weights: number[]): number[] => [
      ...model.reachWithGradient(input, 'conv', Float32Array.from(weights)).gradient,
    ];
    const [a, b, c] = [of(1, 0, 0), of(0, 1, 0), of(0, 0, 1)];
    expect(a).not.toEqual(b);
    expect(b).not.toEqual(c);
    expect(of(1, 1, 1)).toEqual(a.map((value, i) => expect.closeTo(value + b[i]! + c[i]!, 6)));
    model.dispose();
  });
});
