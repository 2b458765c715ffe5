import { describe, expect, it } from 'vitest';
import { averageHead, convolution, curvedHead, relu, seededWeights, softplus } from './fake-network';
import { FakeProbe, probeOf } from './fake-probe';

const layer = convolution([4, 6, 2], { channels: 3, patch: 2, seed: 1, curve: softplus });
const probe = new FakeProbe({
  layer,
  head: curvedHead(layer.shape, { hidden: 4, seed: 2 }),
  input: seededWeights(48, 3),
});

/** Central differences, one for each value. */
const differences = (at: Float32Array, f: (values: Float32Array) => number): number[] =>
  Array.from(at, (value, index) => {
    const [up, down] = [at.slice(), at.slice()];
    up[index] = value + 1e-2;
    down[index] = value - 1e-2;
    return (f(up) - f(down)) / (up[index]! - down[index]!);
  });
const near = (values: readonly number[]) => values.map((value) => expect.closeTo(value, 4));

describe('the fake network', () => {
  it('puts a patch of the input in each cell', () => {
    const ones = convolution([2, 4, 1], { channels: 1, patch: 2, seed: 5, curve: relu });
    const kernel = seededWeights(4, 5);
    const x = Float32Array.of(0, 0, 1, 2, 0, 0, 3, 4);
    const right = kernel[0]! + 2 * kernel[1]! + 3 * kernel[2]! + 4 * kernel[3]!;
    expect([...ones.forward(x)]).toEqual(near([0, Math.max(0, right)]));
  });

  it('has the gradients that its scores have, at the layer and at the input', async () => {
    const { activation, gradient } = probe.evidence();
    expect([...gradient]).toEqual(near(differences(activation, (values) => probe.logitAbove(values))));
    await probe.inputGradients(
      1,
      (_, into) => into.set(probe.input),
      (_, found, logit) => {
        expect(logit).toBe(probe.answer.logit);
        expect([...found]).toEqual(near(differences(probe.input, (values) => probe.logitOf(values))));
      },
    );
  });

  it('answers alike from the input and from above the layer', async () => {
    const { activation } = probe.activation();
    const below = await probe.scores(2, (index, into) => (index ? into.set(probe.input) : undefined));
    const above = await probe.scoresAbove(1, (_, into) => into.set(activation));
    expect(below.logits[1]).toBeCloseTo(probe.answer.logit, 6);
    expect(above.logits[0]).toBeCloseTo(probe.answer.logit, 6);
    expect(below.logits[0]).not.toBeCloseTo(probe.answer.logit, 2);
    expect(below.probabilities[1]).toBeCloseTo(probe.answer.probability, 6);
    expect(probe.counts).toMatchObject({ scores: 2, above: 1 });
  });
});

describe('a head on an activation given by hand', () => {
  it('averages over space', () => {
    const head = averageHead([1, 2, 2], Float32Array.of(1, -2), 3);
    expect(head.logit(Float32Array.of(4, 1, 6, 3))).toBe(3 + 5 - 4);
    expect([...head.gradient(new Float32Array(4))]).toEqual([0.5, -1, 0.5, -1]);
  });

  it('is linear with the gradient that is given', () => {
    const [activation, gradient] = [Float32Array.of(1, 2), Float32Array.of(3, -1)];
    const given = probeOf({ activation, gradient, shape: [1, 2, 1], bias: 1 });
    expect(given.answer.logit).toBe(2);
    expect([...given.evidence().gradient]).toEqual([3, -1]);
  });
});
