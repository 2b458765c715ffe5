import { describe, expect, it } from 'vitest';
import type { OverlayPlane, Shutter, Slice } from '../../preload/vocabulary';
import { closeShutter } from './shutter';

const none: Shutter = { rectangle: null, circle: null, polygon: null, bitmap: null, presentationValue: 0 };

/** What stays visible of a white picture, row by row: # shown, . covered. */
function shown(shutter: Partial<Shutter>, rows: number, columns: number): string[] {
  const rgba = new Uint8ClampedArray(rows * columns * 4).fill(255);
  closeShutter({ rows, columns, shutter: { ...none, ...shutter } } as unknown as Slice, rgba);
  return Array.from({ length: rows }, (_, r) =>
    Array.from({ length: columns }, (__, c) => (rgba[(r * columns + c) * 4] === 255 ? '#' : '.')).join(''),
  );
}

describe('the display shutter', () => {
  it('shows a rectangle with its edges, counted from 1', () => {
    const rectangle = { left: 2, right: 3, upper: 2, lower: 4 };
    expect(shown({ rectangle }, 5, 4)).toEqual(['....', '.##.', '.##.', '.##.', '....']);
  });

  it('shows all of a picture that lies inside', () => {
    expect(shown({ rectangle: { left: 0, right: 99, upper: 0, lower: 99 } }, 1, 3)).toEqual(['###']);
  });

  it('shows a circle, which pixels that are not square make an ellipse of', () => {
    const circle = { row: 3, column: 3, radius: 2, aspect: 1 };
    expect(shown({ circle }, 5, 5)).toEqual(['..#..', '.###.', '#####', '.###.', '..#..']);
    expect(shown({ circle: { ...circle, aspect: 2 } }, 5, 5)).toEqual([
      '.....',
      '..#..',
      '#####',
      '..#..',
      '.....',
    ]);
  });

  it('shows a polygon with its outline, also a hollow one', () => {
    const triangle = [
      [1, 1],
      [1, 5],
      [5, 1],
    ] as const;
    expect(shown({ polygon: triangle }, 5, 5)).toEqual(['#####', '####.', '###..', '##...', '#....']);
    const notched = [
      [1, 1],
      [5, 1],
      [5, 5],
      [1, 5],
      [4, 3],
    ] as const;
    expect(shown({ polygon: notched }, 5, 5)).toEqual(['#...#', '#...#', '##.##', '#####', '#####']);
  });

  it('shows what lies in every shape', () => {
    const rectangle = { left: 1, right: 5, upper: 1, lower: 3 };
    const circle = { row: 3, column: 3, radius: 2, aspect: 1 };
    expect(shown({ rectangle, circle }, 5, 5)).toEqual(['..#..', '.###.', '#####', '.....', '.....']);
  });

  it('covers the bits of a bitmap, where they lie within the picture', () => {
    const bits = Uint8Array.of(1, 1, 1, 0);
    const bitmap: OverlayPlane = { label: '', type: 'graphics', rows: 2, columns: 2, origin: [0, 2], bits };
    expect(shown({ bitmap }, 2, 3)).toEqual(['#.#', '###']);
  });

  it('covers with its own shade, opaque', () => {
    const rgba = Uint8ClampedArray.of(1, 2, 3, 255);
    const shutter = {
      ...none,
      rectangle: { left: 2, right: 2, upper: 2, lower: 2 },
      presentationValue: 32_896,
    };
    closeShutter({ rows: 1, columns: 1, shutter } as unknown as Slice, rgba);
    expect([...rgba]).toEqual([128, 128, 128, 255]);
  });
});
