import { describe, expect, it } from 'vitest';
import type { OverlayPlane, Slice } from '../../preload/vocabulary';
import { pictureRgba } from './overlay-planes';

const plane = (more: Partial<OverlayPlane>): OverlayPlane => ({
  ...{ label: '', type: 'graphics', rows: 1, columns: 1, origin: [1, 1], bits: Uint8Array.of(1) },
  ...more,
});
const slice = (rows: number, columns: number, overlays: readonly OverlayPlane[]): Slice => ({
  ...{ sopInstanceUid: '1', frame: 1, rows, columns, samples: 1, inverted: false, unit: '', windows: [] },
  ...{ minimum: 0, maximum: 100, photometricInterpretation: 'MONOCHROME2', shutter: null },
  pixels: new Int16Array(rows * columns),
  overlays,
});

/** Where a black picture is drawn over, row by row. */
function drawn(rows: number, columns: number, ...overlays: OverlayPlane[]): string[] {
  const rgba = pictureRgba(slice(rows, columns, overlays), null, false, true);
  const isInk = (i: number) => rgba[i * 4] === 232 && rgba[i * 4 + 1] === 236 && rgba[i * 4 + 2] === 240;
  return Array.from({ length: rows }, (_, r) =>
    Array.from({ length: columns }, (__, c) => (isInk(r * columns + c) ? '#' : '.')).join(''),
  );
}

describe('overlay planes', () => {
  it('are drawn from their origin, as far as they lie on the picture', () => {
    const square = { rows: 2, columns: 2, bits: Uint8Array.of(1, 1, 0, 1) };
    expect(drawn(3, 3, plane({ ...square, origin: [2, 2] }))).toEqual(['...', '.##', '..#']);
    expect(drawn(3, 3, plane({ ...square, origin: [0, 3] }))).toEqual(['...', '...', '...']);
    expect(drawn(3, 3, plane({ ...square, origin: [0, 0] }))).toEqual(['#..', '...', '...']);
    expect(drawn(3, 3, plane({ ...square, origin: [-500, 700] }))).toEqual(['...', '...', '...']);
    expect(drawn(3, 3, plane({ origin: [1, 1] }), plane({ origin: [3, 3] }))).toEqual(['#..', '...', '..#']);
  });

  it('show a region by its outline', () => {
    const region = plane({ type: 'region', rows: 3, columns: 3, bits: new Uint8Array(9).fill(1) });
    expect(drawn(3, 4, region)).toEqual(['###.', '#.#.', '###.']);
  });

  it('stay away where they are not wished for', () => {
    const rgba = pictureRgba(slice(1, 1, [plane({})]), null, false, false);
    expect([...rgba]).toEqual([0, 0, 0, 255]);
  });
});
