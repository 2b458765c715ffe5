import { describe, expect, it } from 'vitest';
import { classLogits, classScores, sigmoid, softmax, topClass, unitOf } from './scores';

describe('scores', () => {
  it('are exact at known logits', () => {
    expect([...softmax([0, Math.log(3)])]).toEqual([expect.closeTo(0.25, 12), expect.closeTo(0.75, 12)]);
    expect(sigmoid(0)).toBe(0.5);
    expect(sigmoid(Math.log(4))).toBeCloseTo(0.8, 12);
  });

  it('do not overflow', () => {
    expect([...softmax([1000, 0])]).toEqual([1, 0]);
    expect([...softmax([-1000, -1000])]).toEqual([0.5, 0.5]);
    expect([sigmoid(1000), sigmoid(-1000)]).toEqual([1, 0]);
  });

  it('of one unit for two classes sum to one', () => {
    const logits = classLogits([2], 2);
    expect(logits).toEqual([-2, 2]);
    for (const kind of ['sigmoid', 'logit'] as const) {
      const [negative, positive] = classScores([{ label: 'no' }, { label: 'yes' }], logits, kind, 1);
      expect(positive!.probability).toBeCloseTo(sigmoid(2), 12);
      expect(negative!.probability + positive!.probability).toBeCloseTo(1, 12);
    }
    expect(unitOf(0, 1, 2)).toEqual({ unit: 0, sign: -1 });
    expect(unitOf(1, 1, 2)).toEqual({ unit: 0, sign: 1 });
    expect(unitOf(2, 3, 3)).toEqual({ unit: 2, sign: 1 });
  });

  it('compete under softmax and logit, and stand alone under sigmoid', () => {
    const sum = (kind: 'softmax' | 'sigmoid' | 'logit'): number =>
      classScores([{ label: 'a' }, { label: 'b' }], [1, 1], kind).reduce(
        (total, { probability }) => total + probability,
        0,
      );
    expect(sum('softmax')).toBeCloseTo(1, 12);
    expect(sum('logit')).toBeCloseTo(1, 12);
    expect(sum('sigmoid')).toBeCloseTo(2 * sigmoid(1), 12);
  });

  it('name the first of the highest', () => {
    expect(topClass([1, 3, 3])).toBe(1);
  });
});
