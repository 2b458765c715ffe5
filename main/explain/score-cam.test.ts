import { describe, expect, it } from 'vitest';
import { bilinear } from './bilinear';
import { scoreCam } from './score-cam';
import { convolution, curvedHead, identity, linearHead, relu, seededWeights } from './testing/fake-network';
import { FakeProbe, mapOn, probeOf } from './testing/fake-probe';

const exact = { channels: 'all', score: 'logit' };
const close = (values: ArrayLike<number>, digits = 5) =>
  Array.from(values, (value) => expect.closeTo(value, digits));

/** A = x on a 2 × 2 grid of two channels, [1 2 3 4] and [4 0 0 1]; y = Σ g ⊙ A. */
const activation = Float32Array.of(1, 4, 2, 0, 3, 0, 4, 1);
const gradient = Float32Array.of(1, -1, 1, -1, 0, -1, 2, -1);
const shape = [2, 2, 2] as const;
/** y of x ⊙ H: H₁ = [0 1/3 2/3 1], H₂ = [1 0 0 1/4]. */
const [first, second] = [2 / 3 + 8 - 1, 1 + 2 - (4 + 1 / 4)];
const combined = (one: number, two: number) => [one + 4 * two, 2 * one, 3 * one, 4 * one + two];

describe('Score-CAM by hand', () => {
  it('weighs the channels by the softmax of the logits of what their masks leave', async () => {
    const powers = [Math.exp(first), Math.exp(second)] as const;
    const sum = powers[0] + powers[1];
    const map = await scoreCam.map(probeOf({ activation, gradient, shape }, exact));
    expect([...map]).toEqual(close(combined(powers[0] / sum, powers[1] / sum)));
  });

  it('or by the probability itself', async () => {
    const sigmoid = (z: number): number => 1 / (1 + Math.exp(-z));
    const map = await scoreCam.map(
      probeOf({ activation, gradient, shape }, { ...exact, score: 'probability' }),
    );
    expect([...map]).toEqual(close(combined(sigmoid(first), sigmoid(second))));
  });
});

describe('Score-CAM', () => {
  it('does not run a constant channel, to which nothing is due', async () => {
    const wider = Float32Array.from({ length: 12 }, (_, i) =>
      i % 3 === 2 ? 5 : activation[Math.floor(i / 3) * 2 + (i % 3)]!,
    );
    const weights = Float32Array.from({ length: 12 }, (_, i) =>
      i % 3 === 2 ? 0 : gradient[Math.floor(i / 3) * 2 + (i % 3)]!,
    );
    const probe = probeOf({ activation: wider, gradient: weights, shape: [2, 2, 3] }, exact);
    const map = await scoreCam.map(probe);
    expect(probe.counts).toEqual({ scores: 2, above: 0, gradients: 0 });
    expect([...map]).toEqual([...(await scoreCam.map(probeOf({ activation, gradient, shape }, exact)))]);
  });

  it('masks the input with the upsampled channel, scaled to 0..1', async () => {
    const layer = convolution([4, 6, 2], { channels: 3, patch: 2, seed: 8, curve: relu });
    const head = curvedHead(layer.shape, { hidden: 4, seed: 2 });
    const probe = new FakeProbe({ layer, head, input: seededWeights(48, 3), parameters: exact });
    const A = probe.activation().activation;
    const powers = [0, 1, 2].map((k) => {
      const mask = new Float32Array(24);
      bilinear([2, 3], [4, 6])(
        A.filter((_, i) => i % 3 === k),
        mask,
      );
      const [low, high] = [Math.min(...mask), Math.max(...mask)];
      if (low === high) return 0;
      const masked = probe.input.map((x, i) => (x * (mask[Math.floor(i / 2)]! - low)) / (high - low));
      return Math.exp(probe.logitOf(masked));
    });
    const sum = powers.reduce((total, power) => total + power, 0);
    const expected = Array.from({ length: 6 }, (_, cell) =>
      powers.reduce((value, power, k) => value + (power / sum) * A[cell * 3 + k]!, 0),
    );
    expect(powers.filter((power) => power > 0).length).toBeGreaterThan(1);
    expect([...(await scoreCam.map(probe))]).toEqual(close(expected));
  });

  it('runs, as the faster variant, only the channels that vary most', async () => {
    const channels = 20;
    const size = 4 * channels;
    const many = seededWeights(size, 6).map((value, i) => Math.abs(value) * (1 + (i % channels)));
    const given = { activation: many, gradient: seededWeights(size, 7), shape: [2, 2, channels] as const };
    const probe = probeOf(given, { channels: '16', score: 'probability' });
    const map = await scoreCam.map(probe);
    expect(probe.counts.scores).toBe(16);
    const channel = (k: number): number[] => [...many.filter((_, i) => i % channels === k)];
    const variance = (values: number[]): number =>
      values.reduce((sum, value) => sum + value ** 2, 0) / 4 - (values.reduce((a, b) => a + b) / 4) ** 2;
    const order = Array.from({ length: channels }, (_, k) => k).sort(
      (a, b) => variance(channel(b)) - variance(channel(a)),
    );
    const kept = order.slice(0, 16);
    const without = many.map((value, i) => (kept.includes(i % channels) ? value : 0));
    // The same network, but of the image itself the layer holds only those 16 channels.
    const alone = await mapOn(scoreCam, {
      layer: { ...identity(given.shape), forward: (x) => (x === many ? without : x.slice()) },
      head: linearHead(given.gradient),
      input: many,
      parameters: { score: 'probability' },
    });
    expect([...map]).toEqual(close(alone));
  });

  it('takes all channels where the faster variant asks for more than there are', async () => {
    const faster = await scoreCam.map(probeOf({ activation, gradient, shape }, { ...exact, channels: '16' }));
    const all = await scoreCam.map(probeOf({ activation, gradient, shape }, exact));
    expect([...faster]).toEqual(close(all));
  });
});
