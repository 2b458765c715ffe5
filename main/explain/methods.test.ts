import { describe, expect, it } from 'vitest';
import { gradCam } from './grad-cam';
import { gradCamPlusPlus } from './grad-cam-plus-plus';
import { hiResCam } from './hires-cam';
import { methodNamed, methods } from './index';
import type { Evidence } from './method';
import { relu } from './channels';

/** A 2 × 2 grid of two channels: A = [1 2 3 4] and [4 0 0 1]; g = [1 1 0 2] and [−1 −1 −1 −1]. */
const evidence: Evidence = {
  activation: Float32Array.of(1, 4, 2, 0, 3, 0, 4, 1),
  gradient: Float32Array.of(1, -1, 1, -1, 0, -1, 2, -1),
  shape: [2, 2, 2],
  logit: 3,
};
const close = (values: readonly number[]) => values.map((value) => expect.closeTo(value, 5));

describe('maps computed by hand', () => {
  it('Grad-CAM: α = [1, −1], so relu(A₁ − A₂)', () => {
    expect([...gradCam.map(evidence)]).toEqual(close([0, 2, 3, 3]));
  });

  it('HiResCAM: Σ g ⊙ A, signed', () => {
    expect([...hiResCam.map(evidence)]).toEqual(close([-3, 2, 0, 7]));
  });

  it('Grad-CAM++: w₁ = Σ α·g with ΣA₁ = 10, w₂ = 0', () => {
    const alpha = (g: number): number => g ** 2 / (2 * g ** 2 + g ** 3 * 10 + 1e-6);
    const w = 2 * alpha(1) + 2 * alpha(2);
    expect(w).toBeCloseTo(2 / 12 + 2 * (4 / 88), 5);
    expect([...gradCamPlusPlus.map(evidence)]).toEqual(close([w, 2 * w, 3 * w, 4 * w]));
  });

  it('Grad-CAM++: a denominator of 0 or less counts as no weight', () => {
    const negative: Evidence = {
      activation: Float32Array.of(-1, -1, -1, 1),
      gradient: Float32Array.of(1, 2, 3, 0),
      shape: [2, 2, 1],
      logit: 1,
    };
    expect([...gradCamPlusPlus.map(negative)]).toEqual([0, 0, 0, 0]);
  });
});

describe('every method', () => {
  it.each(methods.map((method) => [method.id, method] as const))(
    '%s of nothing is nothing, never NaN',
    (_, method) => {
      const zero = {
        activation: new Float32Array(8),
        gradient: new Float32Array(8),
        shape: [2, 2, 2],
        logit: 0,
      } as const;
      expect([...method.map(zero)]).toEqual([0, 0, 0, 0]);
      const against = { ...evidence, gradient: evidence.gradient.map((g) => -Math.abs(g)) };
      expect(Math.max(...relu(method.map(against)))).toBe(0);
    },
  );

  it('says what it answers, how it misleads and where it comes from', () => {
    for (const { answers, misleads, reference } of methods)
      for (const text of [answers, misleads, reference]) expect(text.length).toBeGreaterThan(20);
    expect(new Set(methods.map(({ id }) => id)).size).toBe(methods.length);
  });

  it('is found by id and by name', () => {
    for (const method of methods) {
      expect(methodNamed(method.id)).toBe(method);
      expect(methodNamed(method.name.toLowerCase())).toBe(method);
    }
    expect(methodNamed('gradcam++')).toBe(gradCamPlusPlus);
    expect(() => methodNamed('magic')).toThrow(/choose one of grad-cam, grad-cam\+\+, hires-cam/);
  });
});
