import { describe, expect, it } from 'vitest';
import { relu, sumOverSpace } from './channels';
import { gradCam } from './grad-cam';
import { gradCamPlusPlus } from './grad-cam-plus-plus';
import { hiResCam } from './hires-cam';
import { layerCam } from './layer-cam';
import type { Method } from './method';
import {
  averageHead,
  convolution,
  curvedHead,
  linearHead,
  seededWeights,
  softplus,
} from './testing/fake-network';
import { FakeProbe, mapOn } from './testing/fake-probe';
import { xGradCam, xGradWeights } from './xgrad-cam';

const layer = convolution([6, 8, 2], { channels: 4, patch: 2, seed: 1, curve: softplus });
const [rows, columns, channels] = layer.shape;
const cells = rows * columns;
const input = seededWeights(96, 3);
const curved = curvedHead(layer.shape, { hidden: 5, seed: 4 });
const setting = { layer, head: curved, input };

/** dy/dA by central differences of the score alone. */
function differences(probe: FakeProbe): Float64Array {
  const { activation } = probe.activation();
  return Float64Array.from(activation, (value, index) => {
    const [up, down] = [activation.slice(), activation.slice()];
    up[index] = value + 1e-2;
    down[index] = value - 1e-2;
    return (probe.logitAbove(up) - probe.logitAbove(down)) / (up[index]! - down[index]!);
  });
}

type Maker = (A: (cell: number, k: number) => number, g: (cell: number, k: number) => number) => number[];
const over = (count: number, f: (index: number) => number): number =>
  Array.from({ length: count }, (_, index) => f(index)).reduce((sum, value) => sum + value, 0);
const each = (f: (cell: number) => number): number[] => Array.from({ length: cells }, (_, cell) => f(cell));
const positive = (value: number): number => Math.max(0, value);

/** The methods once more, as their formulas are written. */
const written: readonly [Method, Maker][] = [
  [
    gradCam,
    (A, g) => each((c) => positive(over(channels, (k) => (over(cells, (d) => g(d, k)) / cells) * A(c, k)))),
  ],
  [
    gradCamPlusPlus,
    (A, g) => {
      const w = Array.from({ length: channels }, (_, k) => {
        const total = over(cells, (d) => A(d, k));
        return over(
          cells,
          (d) => (g(d, k) ** 2 / (2 * g(d, k) ** 2 + g(d, k) ** 3 * total + 1e-6)) * positive(g(d, k)),
        );
      });
      return each((c) => positive(over(channels, (k) => w[k]! * A(c, k))));
    },
  ],
  [
    xGradCam,
    (A, g) =>
      each((c) =>
        positive(
          over(
            channels,
            (k) => (over(cells, (d) => g(d, k) * A(d, k)) / over(cells, (d) => A(d, k))) * A(c, k),
          ),
        ),
      ),
  ],
  [hiResCam, (A, g) => each((c) => over(channels, (k) => g(c, k) * A(c, k)))],
  [layerCam, (A, g) => each((c) => positive(over(channels, (k) => positive(g(c, k)) * A(c, k))))],
];

describe.each(written.map(([method, maker]) => [method.name, method, maker] as const))(
  '%s',
  (_, method, maker) => {
    it('is its formula with the gradient that finite differences of the score give', async () => {
      const probe = new FakeProbe(setting);
      const { activation } = probe.activation();
      const gradient = differences(probe);
      const expected = maker(
        (cell, k) => activation[cell * channels + k]!,
        (cell, k) => gradient[cell * channels + k]!,
      );
      expect(Math.max(...expected.map(Math.abs))).toBeGreaterThan(1e-3);
      expect([...(await mapOn(method, setting))]).toEqual(expected.map((value) => expect.closeTo(value, 4)));
    });
  },
);

describe('identities', () => {
  const close = (map: Float32Array) => [...map].map((value) => expect.closeTo(value, 5));

  it('HiResCAM, cut at 0, and XGrad-CAM equal Grad-CAM where g is constant over space', async () => {
    const averaged = { layer, input, head: averageHead(layer.shape, Float32Array.of(1, -2, 3, 0.5)) };
    const cam = await mapOn(gradCam, averaged);
    expect(Math.max(...cam)).toBeGreaterThan(0.01);
    expect([...relu(await mapOn(hiResCam, averaged))]).toEqual(close(cam));
    expect([...(await mapOn(xGradCam, averaged))]).toEqual(close(cam));
  });

  it('LayerCAM equals HiResCAM, cut at 0, where no gradient falls', async () => {
    const rising = { layer, input, head: linearHead(seededWeights(cells * channels, 5).map(Math.abs)) };
    expect([...(await mapOn(layerCam, rising))]).toEqual(close(relu(await mapOn(hiResCam, rising))));
  });

  it('HiResCAM adds up to the logit but for the bias under a linear head', async () => {
    const linear = { layer, input, head: linearHead(seededWeights(cells * channels, 6), 2) };
    const map = await mapOn(hiResCam, linear);
    expect(map.reduce((sum, value) => sum + value, 2)).toBeCloseTo(new FakeProbe(linear).answer.logit, 4);
  });

  it('XGrad-CAM keeps its two axioms under a linear head', () => {
    const probe = new FakeProbe({ layer, input, head: linearHead(seededWeights(cells * channels, 7), 2) });
    const evidence = probe.evidence();
    const total = sumOverSpace(evidence.activation, layer.shape);
    const contributions = xGradWeights(evidence).map((weight, k) => weight * total[k]!);
    contributions.forEach((contribution, k) => {
      const without = evidence.activation.map((value, i) => (i % channels === k ? 0 : value));
      expect(contribution).toBeCloseTo(evidence.logit - probe.logitAbove(without), 4);
    });
    expect(contributions.reduce((sum, value) => sum + value, 2)).toBeCloseTo(evidence.logit, 4);
  });

  it.each([gradCam, xGradCam, hiResCam, layerCam].map((method) => [method.name, method] as const))(
    '%s grows with the score',
    async (_, method) => {
      const tripled = {
        logit: (A: Float32Array) => 3 * curved.logit(A),
        gradient: (A: Float32Array) => curved.gradient(A).map((g) => 3 * g),
      };
      const map = await mapOn(method, { ...setting, head: tripled });
      expect([...map]).toEqual(close((await mapOn(method, setting)).map((value) => 3 * value)));
    },
  );

  it('Grad-CAM++ without its epsilon only changes in scale and balance with the score, never its support', async () => {
    const exact = await mapOn(gradCamPlusPlus, { ...setting, parameters: { epsilon: 0 } });
    const usual = await mapOn(gradCamPlusPlus, setting);
    expect([...exact].map((value) => value > 0)).toEqual([...usual].map((value) => value > 0));
    exact.forEach((value, cell) => expect(value).toBeGreaterThanOrEqual(usual[cell]!));
  });
});
