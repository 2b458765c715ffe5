import { describe, expect, it } from 'vitest';
import type { PhantomRegion } from '../draw/region';
import { lesionCells } from './input';

const ellipse = (points: [number, number][], kind: PhantomRegion['kind'] = 'lesion'): PhantomRegion => ({
  kind,
  label: 'x',
  shape: 'ellipse',
  points,
});
const phantom = (regions: PhantomRegion[]) => ({ pixels: new Uint8Array(64), rows: 8, columns: 8, regions });

describe('lesionCells', () => {
  it('marks the cell that a small lesion is centred in, and no artefact', () => {
    const small = ellipse([
      [5, 1],
      [6, 2],
    ]);
    const cells = lesionCells(
      phantom([
        small,
        ellipse(
          [
            [0, 4],
            [4, 8],
          ],
          'artefact',
        ),
      ]),
      4,
    );
    expect([...cells]).toEqual([0, 0, 1, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0]);
  });

  it('marks every cell that a large lesion fills by a quarter', () => {
    expect(
      [
        ...lesionCells(
          phantom([
            ellipse([
              [0, 0],
              [4, 4],
            ]),
          ]),
          4,
        ),
      ].slice(0, 6),
    ).toEqual([1, 1, 0, 0, 1, 1]);
  });
});
