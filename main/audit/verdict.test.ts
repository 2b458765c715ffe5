import { describe, expect, it } from 'vitest';
import { beyondChance, type Evidence, type Hold, rules, verdictOf } from './verdict';

const unmarked: Hold = { marked: false, share: 0, area: 0, strongest: false };
const hold = (share: number, area: number, strongest = false): Hold => ({
  marked: true,
  share,
  area,
  strongest,
});
const of = (lesion: Hold, artefact: Hold, positive = true) =>
  verdictOf({ control: false, positive, lesion, artefact }).verdict;

describe('the verdict, row by row', () => {
  it('control: a map that does not know the model is never judged, wherever it lies', () => {
    const evidence = { positive: true, lesion: hold(0.9, 0.1, true), artefact: unmarked };
    expect(verdictOf({ ...evidence, control: false }).verdict).toBe('lesion');
    expect(verdictOf({ ...evidence, control: true }).verdict).toBe('control');
  });

  it('none: no positive evidence, whatever is marked', () => {
    expect(of(hold(0, 0.1), unmarked, false)).toBe('none');
    expect(of(unmarked, unmarked, false)).toBe('none');
  });

  it('elsewhere: nothing marked', () => expect(of(unmarked, unmarked)).toBe('elsewhere'));

  it('lesion: the strongest point on a small lesion, well beyond chance', () => {
    expect(of(hold(0.05, 0.01, true), hold(0.02, 0.02))).toBe('lesion');
    expect(of(hold(0.05, 0.01, true), unmarked)).toBe('lesion');
  });

  it('lesion: a large lesion that holds most of the attention, the strongest point beside it', () => {
    expect(of(hold(0.7, 0.4), hold(0.05, 0.05))).toBe('lesion');
  });

  it('artefact: the mirror of it', () => {
    expect(of(hold(0.02, 0.02), hold(0.05, 0.01, true))).toBe('artefact');
    expect(of(hold(0.3, 0.4), hold(0.3, 0.02, true))).toBe('artefact');
    expect(of(unmarked, hold(0.6, 0.1, true))).toBe('artefact');
  });

  it('mixed: both hold a good part, or the strongest point is on one and the attention on the other', () => {
    expect(of(hold(0.4, 0.05, true), hold(0.3, 0.02))).toBe('mixed');
    expect(of(hold(0.05, 0.01, true), hold(0.06, 0.01))).toBe('mixed');
    expect(of(hold(0.6, 0.1), hold(0.2, 0.05, true))).toBe('mixed');
  });

  it('elsewhere: too near to chance, even under the strongest point', () => {
    expect(of(hold(0.22, 0.2, true), unmarked)).toBe('elsewhere');
    expect(of(hold(0.1, 0.02), hold(0.01, 0.02))).toBe('elsewhere');
  });
});

describe('as a table', () => {
  const steps = [0, 0.01, 0.1, 0.3, 0.6, 1];
  const holds = [
    unmarked,
    ...steps.flatMap((share) =>
      steps.flatMap((area) => [true, false].map((strongest) => hold(share, area, strongest))),
    ),
  ];
  const cases: Evidence[] = holds.flatMap((lesion) =>
    holds.flatMap((artefact) =>
      [true, false].map((positive) => ({ control: false, positive, lesion, artefact })),
    ),
  );

  it('is total, and needs every row', () => {
    const all = cases.flatMap((evidence) => [evidence, { ...evidence, control: true }]);
    expect(new Set(all.map((evidence) => verdictOf(evidence)))).toEqual(new Set(rules));
  });

  it('says the opposite when lesions and artefacts change places', () => {
    const swapped = {
      lesion: 'artefact',
      artefact: 'lesion',
      mixed: 'mixed',
      elsewhere: 'elsewhere',
      none: 'none',
      control: 'control',
    };
    for (const { positive, lesion, artefact } of cases)
      expect(of(artefact, lesion, positive)).toBe(swapped[of(lesion, artefact, positive)]);
  });

  it('never calls on the lesion what holds less than by chance', () => {
    for (const { lesion, artefact } of cases.filter((one) => one.lesion.share <= one.lesion.area))
      expect(of(lesion, artefact)).not.toBe('lesion');
  });

  it('corrects for chance as kappa does', () => {
    expect(beyondChance(hold(0.2, 0.2))).toBe(0);
    expect(beyondChance(hold(1, 0.2))).toBe(1);
    expect(beyondChance(hold(0.6, 0.2))).toBeCloseTo(0.5, 12);
  });
});
