import { describe, expect, it } from 'vitest';
import { integratedGradients } from './integrated-gradients';
import { parametersOf } from './parameters';
import { convolution, curvedHead, identity, linearHead, relu, seededWeights } from './testing/fake-network';
import { FakeProbe } from './testing/fake-probe';

const layer = convolution([8, 12, 3], { channels: 6, patch: 4, seed: 1, curve: relu });
const input = seededWeights(288, 3);
const range = [
  { minimum: -2, maximum: 2 },
  { minimum: -1.5, maximum: 1 },
  { minimum: -1, maximum: 3 },
];

async function run(seed: number, given: Record<string, number | string> = {}) {
  const head = curvedHead(layer.shape, { hidden: 8, seed });
  const probe = new FakeProbe({
    layer,
    head,
    input,
    range,
    parameters: parametersOf(integratedGradients, given),
  });
  const map = await integratedGradients.map(probe);
  const warnings = integratedGradients.warnings?.(probe, map) ?? [];
  const sum = map.reduce((total, value) => total + value, 0);
  const black = input.map((_, i) => range[i % 3]!.minimum);
  return { probe, map, warnings, sum, change: probe.answer.logit - probe.logitOf(black) };
}

describe('Integrated Gradients', () => {
  it.each([1, 2, 3, 5, 6, 8])(
    'adds up, on the ReLU network of seed %i, to what the score changes within a hundredth',
    async (seed) => {
      const { sum, change, warnings } = await run(seed);
      expect(Math.abs(change)).toBeGreaterThan(0.1);
      expect(Math.abs(sum - change)).toBeLessThanOrEqual(0.01 * Math.abs(change));
      expect(warnings).toEqual([]);
    },
  );

  it('says so where the score changes so little that even the most steps miss it', async () => {
    const { change, sum, warnings, probe } = await run(4);
    expect(Math.abs(change)).toBeLessThan(0.1);
    expect(probe.counts.gradients).toBe(401);
    expect(Math.abs(sum - change)).toBeLessThan(0.1 * Math.abs(change));
    expect(warnings[0]).toMatch(/400 steps were not enough for 1 %/);
  });

  it('says so where too few steps were allowed', async () => {
    const { sum, change, warnings, probe } = await run(1, { steps: 1, most: 1 });
    expect(Math.abs(sum - change)).toBeGreaterThan(0.01 * Math.abs(change));
    expect(warnings).toHaveLength(1);
    expect(warnings[0]).toMatch(/adds up to .* 1 step was not enough/);
    expect(warnings[0]).toContain(change.toPrecision(3));
    expect(probe.counts.gradients).toBe(2);
  });

  it('makes the same map whether steps were doubled or taken at once, and runs no point twice', async () => {
    const doubled = await run(1, { steps: 1 });
    const steps = doubled.probe.counts.gradients - 1;
    expect(steps).toBeGreaterThan(4);
    const once = await run(1, { steps, most: steps });
    expect(once.probe.counts.gradients).toBe(steps + 1);
    expect([...doubled.map]).toEqual([...once.map].map((value) => expect.closeTo(value, 6)));
  });

  it('is exact in one step under a linear model: (x − x′) ⊙ w', async () => {
    const weights = seededWeights(24, 5);
    const x = seededWeights(24, 6);
    const mean = x.reduce((sum, value) => sum + value, 0) / 24;
    for (const [baseline, from] of [
      ['black', 0],
      ['middle', 0.5],
      ['mean', mean],
    ] as const) {
      const parameters = parametersOf(integratedGradients, { steps: 1, most: 1, baseline });
      const probe = new FakeProbe({
        layer: identity([4, 6, 1]),
        head: linearHead(weights),
        input: x,
        parameters,
      });
      const map = await integratedGradients.map(probe);
      expect([...map]).toEqual([...x].map((value, i) => expect.closeTo((value - from) * weights[i]!, 5)));
      expect(integratedGradients.warnings?.(probe, map)).toEqual([]);
    }
  });
});
