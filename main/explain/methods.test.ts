import { describe, expect, it, vi } from 'vitest';
import { relu } from './channels';
import { gradCam } from './grad-cam';
import { gradCamPlusPlus } from './grad-cam-plus-plus';
import { hiResCam } from './hires-cam';
import { methodNamed, methods } from './index';
import { layerCam } from './layer-cam';
import type { Method } from './method';
import { parametersOf } from './parameters';
import type { Evidence } from './probe';
import {
  convolution,
  curvedHead,
  identity,
  linearHead,
  seededWeights,
  softplus,
} from './testing/fake-network';
import { FakeProbe, mapOn, probeOf } from './testing/fake-probe';
import { xGradCam } from './xgrad-cam';

type Given = Omit<Evidence, 'logit'>;

/** A 2 × 2 grid of two channels: A = [1 2 3 4] and [4 0 0 1]; g = [1 1 0 2] and [−1 −1 −1 −1]. */
const evidence: Given = {
  activation: Float32Array.of(1, 4, 2, 0, 3, 0, 4, 1),
  gradient: Float32Array.of(1, -1, 1, -1, 0, -1, 2, -1),
  shape: [2, 2, 2],
};
const mapOf = (method: (typeof methods)[number], { activation, gradient, shape }: Given, parameters = {}) =>
  mapOn(method, { layer: identity(shape), head: linearHead(gradient), input: activation, parameters });
const close = (values: readonly number[]) => values.map((value) => expect.closeTo(value, 5));

describe('maps computed by hand', () => {
  it('Grad-CAM: α = [1, −1], so relu(A₁ − A₂)', async () => {
    expect([...(await mapOf(gradCam, evidence))]).toEqual(close([0, 2, 3, 3]));
  });

  it('HiResCAM: Σ g ⊙ A, signed', async () => {
    expect([...(await mapOf(hiResCam, evidence))]).toEqual(close([-3, 2, 0, 7]));
  });

  it('LayerCAM: what falls does not count', async () => {
    expect([...(await mapOf(layerCam, evidence))]).toEqual(close([1, 2, 0, 8]));
  });

  it('XGrad-CAM: w = [11/10, −5/5]', async () => {
    expect([...(await mapOf(xGradCam, evidence))]).toEqual(close([0, 2.2, 3.3, 3.4]));
  });

  it('XGrad-CAM: a channel that adds up to 0 has no weight', async () => {
    const cancelling: Given = {
      activation: Float32Array.of(2, 1, -2, 3),
      gradient: Float32Array.of(1, 1, -1, 1),
      shape: [1, 2, 2],
    };
    expect([...(await mapOf(xGradCam, cancelling))]).toEqual(close([1, 3]));
  });

  it('Grad-CAM++: w₁ = Σ α·g with ΣA₁ = 10, w₂ = 0', async () => {
    const alpha = (g: number, epsilon: number): number => g ** 2 / (2 * g ** 2 + g ** 3 * 10 + epsilon);
    for (const epsilon of [0, 1e-6, 0.5]) {
      const w = 2 * alpha(1, epsilon) + 2 * alpha(2, epsilon);
      expect([...(await mapOf(gradCamPlusPlus, evidence, { epsilon }))]).toEqual(
        close([w, 2 * w, 3 * w, 4 * w]),
      );
    }
    expect(2 * alpha(1, 0) + 2 * alpha(2, 0)).toBeCloseTo(2 / 12 + 2 * (4 / 88), 12);
  });

  it('Grad-CAM++: a denominator of 0 or less counts as no weight', async () => {
    const negative: Given = {
      activation: Float32Array.of(-1, -1, -1, 1),
      gradient: Float32Array.of(1, 2, 3, 0),
      shape: [2, 2, 1],
    };
    expect([...(await mapOf(gradCamPlusPlus, negative))]).toEqual([0, 0, 0, 0]);
  });
});

describe.each(methods.filter(({ family }) => family === 'cam').map((method) => [method.id, method] as const))(
  '%s',
  (_, method) => {
    it('of nothing is nothing, never NaN', async () => {
      const zero: Given = {
        activation: new Float32Array(8),
        gradient: new Float32Array(8),
        shape: [2, 2, 2],
      };
      expect([...(await mapOf(method, zero))]).toEqual([0, 0, 0, 0]);
    });

    it('shows no evidence where everything speaks against the class, if it looks at gradients', async () => {
      if (method.needs !== 'layer-gradient') return;
      const against = { ...evidence, gradient: evidence.gradient.map((g) => -Math.abs(g)) };
      expect(Math.max(...relu(await mapOf(method, against)))).toBe(0);
    });

    it('does not depend on the order of the channels', async () => {
      const swapped = (values: Float32Array): Float32Array => values.map((_value, i) => values[i ^ 1]!);
      const { activation, gradient, shape } = evidence;
      const other = await mapOf(method, {
        activation: swapped(activation),
        gradient: swapped(gradient),
        shape,
      });
      expect([...other]).toEqual(close([...(await mapOf(method, evidence))]));
    });

    it('gives the same map for the same question, of the size of the layer, from A untouched', async () => {
      const given: Given = {
        activation: seededWeights(60, 1).map(Math.abs),
        gradient: seededWeights(60, 2).map((g) => g + 0.4),
        shape: [3, 4, 5],
      };
      const probe = probeOf(given, parametersOf(method, {}));
      const before = probe.input.slice();
      const map = await method.map(probe);
      expect(map).toHaveLength(12);
      expect([...map]).toEqual([...(await method.map(probe))]);
      expect(Math.max(...map)).toBeGreaterThan(0);
      expect([...probe.input]).toEqual([...before]);
    });
  },
);

describe('every method', () => {
  it('says what it answers, what it costs, how it misleads and where it comes from', () => {
    for (const { answers, costs, misleads, reference } of methods)
      for (const text of [answers, costs, misleads, reference]) expect(text.length).toBeGreaterThan(15);
    expect(new Set(methods.map(({ id }) => id)).size).toBe(methods.length);
  });

  it('has parameters whose defaults it takes itself', () => {
    for (const method of methods) {
      const defaults = parametersOf(method, {});
      expect(parametersOf(method, defaults)).toEqual(defaults);
      for (const { help } of method.parameters) expect(help).toMatch(/\.$/);
    }
  });

  it('is found by id and by name', () => {
    for (const method of methods) {
      expect(methodNamed(method.id)).toBe(method);
      expect(methodNamed(method.name.toLowerCase())).toBe(method);
    }
    expect(methodNamed('gradcam++')).toBe(gradCamPlusPlus);
    expect(() => methodNamed('magic')).toThrow(/choose one of grad-cam, grad-cam\+\+, xgrad-cam, hires-cam/);
  });
});

/** A layer of 12 channels that all vary over space, under a head that is not linear, so that no method is spared a run. */
const layer = convolution([16, 16, 1], { channels: 12, patch: 4, seed: 3, curve: softplus });
const head = curvedHead(layer.shape, { hidden: 3, seed: 4 });

/** Inputs and activations that a method's map runs as it is set by default; A and g are kept, and made once. */
async function passesTaken(method: Method): Promise<number> {
  const parameters = parametersOf(method, {});
  const probe = new FakeProbe({ layer, head, input: seededWeights(256, 5), parameters });
  const looks = [vi.spyOn(probe, 'activation'), vi.spyOn(probe, 'evidence')];
  await method.map(probe);
  const { scores, above, gradients } = probe.counts;
  return Number(looks.some(({ mock }) => mock.calls.length > 0)) + scores + above + gradients;
}

describe('the passes that a method says it takes', () => {
  it.each(methods.filter(({ passes }) => passes === 'one'))('are one at most for $name', async (method) =>
    expect(await passesTaken(method)).toBeLessThanOrEqual(1),
  );

  it.each(methods.filter(({ passes }) => passes === 'many'))('are tens for $name', async (method) =>
    expect(await passesTaken(method)).toBeGreaterThan(10),
  );
});
