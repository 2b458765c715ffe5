import { describe, expect, it } from 'vitest';
import type { HeatMap } from '../../../preload/vocabulary';
import { PersonError } from '../../process/errors';
import { agreementOf, type Compared } from './agreement';
import { areaMeans, overlap, reducedGrid } from './common-grid';

const mapOf = (rows: number, columns: number, value: (i: number) => number): HeatMap => {
  const values = Float32Array.from({ length: rows * columns }, (_, i) => value(i));
  return { rows, columns, values, peak: Math.max(...values) };
};
const compared = (name: string, map: HeatMap, more: Partial<Compared> = {}): Compared => ({
  id: name,
  name,
  map,
  sopInstanceUid: '1.2.3',
  frame: 1,
  classIndex: 0,
  against: null,
  seen: [0, 0, map.columns, map.rows],
  ...more,
});
const rising = mapOf(16, 16, (i) => i);
const falling = mapOf(16, 16, (i) => 255 - i);

describe('the common grid', () => {
  it('is what all boxes share', () => {
    expect(
      overlap([
        [0, 0, 8, 8],
        [4, 2, 8, 3],
      ]),
    ).toEqual([4, 2, 4, 3]);
    expect(
      overlap([
        [0, 0, 4, 4],
        [4, 0, 4, 4],
      ]),
    ).toBeNull();
  });

  it('keeps the shape of the box, and the pixels of a small one', () => {
    expect(reducedGrid([0, 0, 512, 256], 128)).toEqual([64, 128]);
    expect(reducedGrid([3, 3, 20, 10], 128)).toEqual([10, 20]);
  });

  it('averages areas, also where cells end within a pixel', () => {
    // Three pixels on two cells: (1 + ½ · 4) / 1.5 and (½ · 4 + 7) / 1.5.
    const means = areaMeans(
      mapOf(1, 3, (i) => 1 + 3 * i),
      [0, 0, 3, 1],
      [1, 2],
    );
    expect([...means]).toEqual([2, 6]);
  });
});

describe('agreement', () => {
  it('names every pair once, and warns of the one that does not agree', () => {
    const twice = compared(
      'B',
      mapOf(16, 16, (i) => 2 * i + 1),
    );
    const answer = agreementOf([compared('A', rising), twice, compared('C', falling)]);
    expect(answer.pairs.map(({ between }) => between.join())).toEqual(['A,B', 'A,C', 'B,C']);
    expect(answer.pairs[0]!.rankCorrelation).toBeCloseTo(1, 12);
    // scipy.stats.spearmanr of the same maps, each without what is below a tenth of its peak.
    expect(answer.pairs[1]!.rankCorrelation).toBeCloseTo(-0.9989528270983287, 12);
    expect(answer.warnings).toEqual([
      'The maps of A and C do not agree (rank correlation −1.00): do not rely on either alone.',
      'The maps of B and C do not agree (rank correlation −1.00): do not rely on either alone.',
    ]);
  });

  it('gives no number for a map that is the same everywhere, and says so', () => {
    const { pairs, warnings } = agreementOf([
      compared('A', rising),
      compared(
        'B',
        mapOf(16, 16, () => 0),
      ),
    ]);
    expect(pairs[0]).toMatchObject({ rankCorrelation: null, structuralSimilarity: null });
    expect(warnings).toEqual(['The maps of A and B cannot be compared: one of them is the same everywhere.']);
  });

  it('looks at what is marked, not at the order of the almost nothing around it', () => {
    const marked = (noise: (i: number) => number, first: number): HeatMap =>
      mapOf(16, 16, (i) => (i >= first && i < first + 8 ? 10 + i : noise(i)));
    const [one, same] = [marked((i) => i / 1000, 60), marked((i) => (256 - i) / 1000, 60)];
    expect(agreementOf([compared('A', one), compared('B', same)]).pairs[0]!.rankCorrelation).toBeCloseTo(
      1,
      12,
    );
    const elsewhere = marked((i) => i / 1000, 160);
    expect(agreementOf([compared('A', one), compared('C', elsewhere)]).warnings).toHaveLength(1);
  });

  it('expects maps of two classes to differ, and warns where they are alike', () => {
    const nodule = compared('Nodule', rising);
    const normal = { ...nodule, id: 'N', name: 'Normal', classIndex: 1 };
    const difference = { ...nodule, id: 'D', name: 'Nodule − Normal', against: 1 };
    expect(agreementOf([nodule, normal]).warnings).toEqual([
      'The maps of Nodule and Normal are almost alike (rank correlation 1.00): neither shows what speaks for its class rather than the other.',
    ]);
    expect(agreementOf([nodule, { ...normal, map: falling }]).warnings).toEqual([]);
    expect(agreementOf([nodule, difference]).warnings).toEqual([]);
  });

  it('looks only at what all models saw', () => {
    // Equal on the left half, opposite on the right one, which one of them did not see.
    const half = mapOf(16, 16, (i) => (i % 16 < 8 ? i : -i));
    const [all, part] = [compared('A', rising), compared('B', half, { seen: [0, 0, 8, 16] })];
    expect(agreementOf([all, part]).pairs[0]!.rankCorrelation).toBeCloseTo(1, 12);
    expect(agreementOf([all, compared('B', half)]).pairs[0]!.rankCorrelation).toBeLessThan(0.5);
  });

  it('refuses one map alone, maps of two slices, and maps that share nothing', () => {
    const one = compared('A', rising);
    const elsewhere = compared('B', rising, { frame: 2 });
    const [left, right] = [
      compared('L', rising, { seen: [0, 0, 8, 16] }),
      compared('R', rising, { seen: [8, 0, 8, 16] }),
    ];
    for (const wrong of [[one], [one, elsewhere], [left, right]])
      expect(() => agreementOf(wrong)).toThrow(PersonError);
  });
});
