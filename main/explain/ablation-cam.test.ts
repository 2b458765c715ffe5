import { describe, expect, it } from 'vitest';
import { ablationCam } from './ablation-cam';
import { convolution, curvedHead, seededWeights, softplus } from './testing/fake-network';
import { FakeProbe, probeOf } from './testing/fake-probe';

/** A = [1 2 3 4] and [4 0 0 1]; Σ g ⊙ A is 11 for the first channel and −5 for the second, so y = 6 + bias. */
const given = {
  activation: Float32Array.of(1, 4, 2, 0, 3, 0, 4, 1),
  gradient: Float32Array.of(1, -1, 1, -1, 0, -1, 2, -1),
  shape: [2, 2, 2],
} as const;
const combined = (one: number, two: number) =>
  [one + 4 * two, 2 * one, 3 * one, 4 * one + two].map((value) => expect.closeTo(Math.max(0, value), 5));

describe('Ablation-CAM', () => {
  it('weighs each channel by the share of the score that is lost with it', async () => {
    expect([...(await ablationCam.map(probeOf(given)))]).toEqual(combined(11 / 6, -5 / 6));
  });

  it('keeps what speaks for the class where the score is negative', async () => {
    expect([...(await ablationCam.map(probeOf({ ...given, bias: -20 })))]).toEqual(
      combined(11 / 14, -5 / 14),
    );
  });

  it('stays a number where the score is 0', async () => {
    const map = await ablationCam.map(probeOf({ ...given, bias: -6 }));
    expect([...map].every(Number.isFinite)).toBe(true);
    expect(map[3]! / map[1]!).toBeCloseTo((4 * 11 - 5) / 22, 5);
  });

  it('runs only above the layer, and no channel that is 0 everywhere', async () => {
    const probe = probeOf({
      ...given,
      activation: given.activation.map((value, i) => (i % 2 ? 0 : value)),
    });
    await ablationCam.map(probe);
    expect(probe.counts).toEqual({ scores: 0, above: 2, gradients: 0 });
  });

  it('is its formula under a head that is not linear', async () => {
    const layer = convolution([4, 6, 1], { channels: 5, patch: 2, seed: 1, curve: softplus });
    const head = curvedHead(layer.shape, { hidden: 6, seed: 7 });
    const probe = new FakeProbe({ layer, head, input: seededWeights(24, 2) });
    const { activation } = probe.activation();
    const weights = Array.from({ length: 5 }, (_, k) => {
      const without = activation.map((value, i) => (i % 5 === k ? 0 : value));
      return (probe.answer.logit - probe.logitAbove(without)) / Math.abs(probe.answer.logit);
    });
    const expected = Array.from({ length: 6 }, (_, cell) =>
      Math.max(
        0,
        weights.reduce((sum, weight, k) => sum + weight * activation[cell * 5 + k]!, 0),
      ),
    );
    expect(Math.max(...expected)).toBeGreaterThan(0);
    const map = await ablationCam.map(probe);
    expect([...map]).toEqual(expected.map((value) => expect.closeTo(value, 4)));
  });
});
