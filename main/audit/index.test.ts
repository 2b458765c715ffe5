import { describe, expect, it } from 'vitest';
import { auditMap } from './index';
import { explanationOf, mapOf, rectangle } from './testing/explanation';

/** A map as a 14 × 14 layer gives it on 280 pixels: one cell lit, spread bilinearly over its neighbours. */
const tent = (column: number, row: number, background = 0) =>
  explanationOf(
    mapOf(280, 280, (c, r) => {
      const [x, y] = [Math.abs(c + 0.5 - column) / 20, Math.abs(r + 0.5 - row) / 20];
      return background + Math.max(0, 1 - x) * Math.max(0, 1 - y);
    }),
    { grid: [14, 14] },
  );
const nodule = rectangle('lesion', 96, 96, 102, 102);
const marker = rectangle('artefact', 250, 10, 270, 30);

describe('auditMap', () => {
  it('finds a nodule smaller than a grid cell, though the cell centre beside it is the strongest point', () => {
    const audit = auditMap(tent(90, 90, 0.02), [nodule, marker], 0.5);
    expect(audit.verdict).toBe('lesion');
    expect(audit.sentence).toBe('The attention for “nodule” is on the lesion.');
    expect(audit.facts).toHaveLength(3);
    expect(audit.facts[2]).toMatch(/within half a grid cell of the lesion/);
    expect(audit.warnings.join(' ')).toContain("smaller than a cell of the map's grid (20 × 20 pixels)");
  });

  it('finds the marker', () => {
    const audit = auditMap(tent(261, 19, 0.02), [nodule, marker], 0.5);
    expect(audit.verdict).toBe('artefact');
    expect(audit.sentence).toBe('The attention for “nodule” is on an artefact, not on the lesion.');
    expect(audit.facts[2]).toContain('inside the artefact “artefact 250”');
  });

  it('says elsewhere, and says so for a border of the grid too', () => {
    expect(auditMap(tent(150, 200), [nodule, marker], 0.5).verdict).toBe('elsewhere');
    expect(auditMap(tent(10, 270), [nodule], 0.5).sentence).toMatch(/elsewhere/);
  });

  it('asks for regions where nothing is marked', () => {
    const audit = auditMap(tent(90, 90), [], 0.5);
    expect(audit.verdict).toBe('elsewhere');
    expect(audit.sentence).toMatch(/^Nothing is marked on this image yet/);
    expect(audit.targets).toEqual([]);
  });

  it('gives a negative control its figures and no verdict, even right on the lesion', () => {
    const audit = auditMap({ ...tent(90, 90), method: 'random-map' }, [nodule, marker], 0.5);
    expect(audit.verdict).toBe('control');
    expect(audit.sentence).toMatch(/^What chance looks like: .* no verdict/);
    expect(audit.facts.join(' ')).not.toContain('attention');
    expect(audit.targets).toEqual(auditMap(tent(90, 90), [nodule, marker], 0.5).targets);
  });

  it('does not take regions of another frame', () => {
    const others = [
      { ...nodule, frame: 2 },
      { ...nodule, sopInstanceUid: '9' },
    ];
    expect(auditMap(tent(90, 90), others, 0.5)).toEqual(auditMap(tent(90, 90), [], 0.5));
  });

  it('says none for a map of nothing, with figures that do not apply', () => {
    const audit = auditMap(explanationOf(mapOf(20, 20, () => 0)), [rectangle('lesion', 1, 1, 5, 5)], 0.5);
    expect(audit.verdict).toBe('none');
    expect(audit.facts).toHaveLength(3);
    expect(audit.targets[0]!.metrics.map(({ value }) => value)).toEqual([null, null, null, null, null]);
  });

  it('reports several lesions together and one by one, with a warning', () => {
    const second = rectangle('lesion', 200, 200, 230, 230);
    const audit = auditMap(tent(90, 90), [nodule, second, marker], 0.5);
    expect(audit.verdict).toBe('lesion');
    expect(audit.sentence).toMatch(/on the lesions/);
    expect(audit.targets.map(({ target, areaPixels }) => [target, areaPixels])).toEqual([
      ['All lesions', 936],
      ['Artefact “artefact 250”', 400],
      ['lesion 96', 36],
      ['lesion 200', 900],
    ]);
    expect(audit.warnings.join(' ')).toContain('one map over many objects can mislead');
  });

  it('counts pixels of two overlapping lesions once', () => {
    const audit = auditMap(
      tent(90, 90),
      [rectangle('lesion', 0, 0, 10, 10), rectangle('lesion', 5, 0, 15, 10)],
      0.5,
    );
    expect(audit.targets[0]!.areaPixels).toBe(150);
  });

  it('does not change its verdict with the threshold', () => {
    const at = (threshold: number) => auditMap(tent(90, 90, 0.1), [nodule, marker], threshold);
    expect(at(0.9).verdict).toBe(at(0).verdict);
    expect(at(0.9).facts).toEqual(at(0).facts);
  });

  it('warns of what is missing, outside or too large', () => {
    const seen = [0, 0, 140, 280] as const;
    const explanation = { ...tent(90, 90), seen };
    expect(auditMap(explanation, [nodule], 0.5).warnings.join(' ')).toContain('No artefact is marked');
    expect(auditMap(explanation, [marker], 0.5).warnings.join(' ')).toContain('outside what the model saw');
    expect(auditMap(explanation, [marker], 0.5).facts[1]).toBe(
      'No part of the artefact is in what the model saw.',
    );
    const wide = rectangle('lesion', 0, 0, 140, 200);
    expect(auditMap(explanation, [wide], 0.5).warnings.join(' ')).toContain(
      'covers 71 % of what the model saw',
    );
    const beside = rectangle('artefact', 104, 96, 110, 102);
    expect(auditMap(explanation, [nodule, beside], 0.5).warnings.join(' ')).toContain(
      'hardly tell them apart',
    );
  });
});
