import type { StrokePoint } from './stroke';

/** Letters as pen strokes in a cell 0.7 wide and 1 high, y down: enough for lead markers and ruler figures. */
const LETTERS: Readonly<Record<string, readonly (readonly [number, number])[][]>> = {
  A: [
    [
      [0, 1],
      [0.35, 0],
      [0.7, 1],
    ],
    [
      [0.14, 0.62],
      [0.56, 0.62],
    ],
  ],
  E: [
    [
      [0.6, 0],
      [0, 0],
      [0, 1],
      [0.6, 1],
    ],
    [
      [0, 0.5],
      [0.5, 0.5],
    ],
  ],
  K: [
    [
      [0, 0],
      [0, 1],
    ],
    [
      [0.65, 0],
      [0, 0.55],
    ],
    [
      [0.22, 0.4],
      [0.65, 1],
    ],
  ],
  L: [
    [
      [0, 0],
      [0, 1],
      [0.6, 1],
    ],
  ],
  M: [
    [
      [0, 1],
      [0, 0],
      [0.35, 0.6],
      [0.7, 0],
      [0.7, 1],
    ],
  ],
  N: [
    [
      [0, 1],
      [0, 0],
      [0.65, 1],
      [0.65, 0],
    ],
  ],
  R: [
    [
      [0, 1],
      [0, 0],
      [0.4, 0],
      [0.6, 0.12],
      [0.6, 0.4],
      [0.4, 0.52],
      [0, 0.52],
    ],
    [
      [0.3, 0.52],
      [0.65, 1],
    ],
  ],
  T: [
    [
      [0, 0],
      [0.7, 0],
    ],
    [
      [0.35, 0],
      [0.35, 1],
    ],
  ],
  '0': [
    [
      [0.1, 0],
      [0.5, 0],
      [0.6, 0.15],
      [0.6, 0.85],
      [0.5, 1],
      [0.1, 1],
      [0, 0.85],
      [0, 0.15],
      [0.1, 0],
    ],
  ],
  '1': [
    [
      [0.1, 0.2],
      [0.35, 0],
      [0.35, 1],
    ],
  ],
  '2': [
    [
      [0, 0.2],
      [0.15, 0],
      [0.5, 0],
      [0.6, 0.2],
      [0.6, 0.4],
      [0, 1],
      [0.65, 1],
    ],
  ],
  '3': [
    [
      [0, 0],
      [0.6, 0],
      [0.25, 0.42],
      [0.6, 0.6],
      [0.6, 0.85],
      [0.45, 1],
      [0, 1],
    ],
  ],
  '4': [
    [
      [0.5, 1],
      [0.5, 0],
      [0, 0.7],
      [0.7, 0.7],
    ],
  ],
  '5': [
    [
      [0.6, 0],
      [0.05, 0],
      [0, 0.45],
      [0.45, 0.42],
      [0.6, 0.6],
      [0.6, 0.85],
      [0.45, 1],
      [0, 1],
    ],
  ],
};

/**
 * The strokes of a text set at (left, top), `height` mm high with pens of half width `radius` mm.
 * Characters without a drawing are left blank.
 */
export function textStrokes(
  text: string,
  left: number,
  top: number,
  height: number,
  radius: number,
): StrokePoint[][] {
  return [...text].flatMap((letter, position) =>
    (LETTERS[letter] ?? []).map((line) =>
      line.map(([x, y]) => ({ x: left + (x + position * 0.95) * height, y: top + y * height, radius })),
    ),
  );
}
