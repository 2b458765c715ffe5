import { describe, expect, it } from 'vitest';
import type { Measurement } from '../../preload/vocabulary';
import { scaleOf } from '../measure/scale';
import { identity, type Point } from './affine';
import { pathOf, tiePath } from './strokes';
import { placeTexts } from './placed-measurements';
import { type TextBox, textPlace } from './text-place';

const room = { width: 400, height: 300 };
const text = { width: 60, height: 20 };
const at = (points: Point[], others: TextBox[] = []): Point => {
  const { x, y } = textPlace(points, text, room, others);
  return [x, y];
};

describe('textPlace', () => {
  it('rather stands to the left than on what else is measured, but rather there than on a text', () => {
    const points: Point[] = [
      [100, 100],
      [200, 140],
    ];
    const figure = { x: 220, y: 90, width: 80, height: 60 };
    expect(textPlace(points, text, room, [], [figure])).toMatchObject({ x: 30, y: 110 });
    const everywhere = { x: 0, y: 0, ...room };
    const left = textPlace(points, text, room, [{ x: 210, y: 110, ...text }], [everywhere]);
    expect(left).toMatchObject({ x: 30, y: 110 });
  });

  it.each([
    [
      'to the right',
      [
        [100, 100],
        [200, 140],
      ],
      [210, 110],
    ],
    [
      'to the left where the right has no room',
      [
        [200, 100],
        [390, 140],
      ],
      [130, 110],
    ],
    [
      'under what spans the width',
      [
        [5, 100],
        [395, 140],
      ],
      [170, 150],
    ],
    [
      'above what spans the width at the bottom',
      [
        [5, 200],
        [395, 290],
      ],
      [170, 170],
    ],
  ] as [string, Point[], Point][])('puts it %s', (_where, points, place) =>
    expect(at(points)).toEqual(place),
  );

  it('does not put it over another one where there is room beside', () => {
    const points: Point[] = [
      [100, 100],
      [200, 140],
    ];
    const right = textPlace(points, text, room);
    expect(at(points, [right])).toEqual([30, 110]);
    const left = textPlace(points, text, room, [right]);
    expect(at(points, [right, left])).toEqual([120, 150]);
    const everywhere = { x: 0, y: 0, ...room };
    expect(at(points, [everywhere])).toEqual([right.x, right.y]);
  });

  it('keeps in sight what belongs to something larger than the viewport, or outside it', () => {
    expect(
      at([
        [-50, -50],
        [500, 500],
      ]),
    ).toEqual([334, 215]);
    expect(
      at([
        [900, 900],
        [950, 950],
      ]),
    ).toEqual([334, 274]);
  });
});

describe('pathOf', () => {
  const view = { scaleX: 2, scaleY: 2, offsetX: 0, offsetY: 10 };

  it('draws a length with a stroke across each end', () => {
    const path = pathOf(
      {
        kind: 'length',
        points: [
          [10, 10],
          [20, 10],
        ],
      },
      view,
    );
    expect(path).toBe('M20.0,30.0L40.0,30.0M20.0,35.0L20.0,25.0M40.0,25.0L40.0,35.0');
  });

  it('draws what there is while points are being placed', () => {
    expect(
      pathOf(
        {
          kind: 'angle',
          points: [
            [10, 10],
            [20, 10],
          ],
        },
        view,
      ),
    ).toBe('M20.0,30.0L40.0,30.0');
    expect(pathOf({ kind: 'cobb', points: [[10, 10]] }, view)).toBe('');
  });

  it('leaves the pixel of a probe free', () => {
    const path = pathOf({ kind: 'probe', points: [[10.5, 10.5]] }, { ...view, scaleX: 20, scaleY: 20 });
    expect(path).toContain('M220.0,220.0L227.0,220.0');
  });

  it('joins the two lines of a Cobb angle by their middles', () =>
    expect(
      tiePath(
        {
          kind: 'cobb',
          points: [
            [0, 0],
            [10, 0],
            [0, 20],
            [10, 20],
          ],
        },
        view,
      ),
    ).toBe('M10.0,10.0L10.0,50.0'));
});

describe('placeTexts', () => {
  const of = (kind: Measurement['kind'], points: Point[], words = ''): Measurement =>
    ({ id: kind, kind, points, text: words }) as unknown as Measurement;
  const ground = { scale: scaleOf(null), slice: null };
  const place = (...measurements: Measurement[]) =>
    placeTexts(measurements, ground, identity, room, () => text).map(({ lines, place: { x, y } }) => [
      lines,
      x,
      y,
    ]);

  it('puts what an arrow says at its tail', () =>
    expect(
      place(
        of(
          'arrow',
          [
            [300, 100],
            [100, 200],
          ],
          'here',
        ),
      ),
    ).toEqual([[['here'], 110, 190]]));

  it('puts the text of the second beside that of the first, and leaves no room for what says nothing', () => {
    const line: Point[] = [
      [100, 100],
      [200, 100],
    ];
    const [first, second] = place(of('length', line), of('length', line));
    expect(first).toEqual([['100.0 px'], 210, 90]);
    expect(second).toEqual([['100.0 px'], 30, 90]);
    expect(
      place(
        of('arrow', [
          [100, 100],
          [200, 100],
        ]),
        of('length', line),
      )[1],
    ).toEqual(first);
  });
});
