import { describe, expect, it } from 'vitest';
import type { Region } from '../../preload/vocabulary';
import { regionMask } from './region';

type Points = Region['points'];
const picture = (shape: Region['shape'], points: Points, rows: number, columns: number) => {
  const mask = regionMask({ shape, points }, rows, columns);
  return Array.from({ length: rows }, (_, r) => [...mask.slice(r * columns, (r + 1) * columns)].join(''));
};

describe('regionMask', () => {
  it('takes the pixels whose centres lie in a rectangle, whichever corners are given', () => {
    const expected = ['00000', '01100', '01100', '00000'];
    expect(
      picture(
        'rectangle',
        [
          [1, 1],
          [3, 3],
        ],
        4,
        5,
      ),
    ).toEqual(expected);
    expect(
      picture(
        'rectangle',
        [
          [3, 1],
          [1, 3],
        ],
        4,
        5,
      ),
    ).toEqual(expected);
    expect(
      picture(
        'rectangle',
        [
          [0.6, 0.51],
          [2.6, 3.4],
        ],
        4,
        5,
      ),
    ).toEqual(expected);
  });

  it('gives touching rectangles every pixel once', () => {
    const a = regionMask(
      {
        shape: 'rectangle',
        points: [
          [0, 0],
          [1.5, 2],
        ],
      },
      2,
      3,
    );
    const b = regionMask(
      {
        shape: 'rectangle',
        points: [
          [1.5, 0],
          [3, 2],
        ],
      },
      2,
      3,
    );
    expect([...a].map((bit, i) => bit + b[i]!)).toEqual([1, 1, 1, 1, 1, 1]);
  });

  it('fills an ellipse by its equation, its edge included', () => {
    expect(
      picture(
        'ellipse',
        [
          [0, 0],
          [5, 5],
        ],
        5,
        5,
      ),
    ).toEqual(['01110', '11111', '11111', '11111', '01110']);
    expect(
      picture(
        'ellipse',
        [
          [0, 0],
          [8, 2],
        ],
        2,
        8,
      ),
    ).toEqual(['01111110', '01111110']);
  });

  it('fills a polygon by the even-odd rule', () => {
    expect(
      picture(
        'polygon',
        [
          [0, 0],
          [4, 0],
          [0, 4],
        ],
        4,
        4,
      ),
    ).toEqual(['1110', '1100', '1000', '0000']);
    // A pentagram's heart is crossed twice: empty.
    const star: Points = [0, 2, 4, 1, 3].map((i) => {
      const angle = (2 * Math.PI * i) / 5 - Math.PI / 2;
      return [25 + 24 * Math.cos(angle), 25 + 24 * Math.sin(angle)] as const;
    });
    const mask = regionMask({ shape: 'polygon', points: star }, 50, 50);
    expect(mask[25 * 50 + 25]).toBe(0);
    expect(mask[5 * 50 + 25]).toBe(1);
  });

  it('cuts off what lies outside the image', () => {
    expect(
      picture(
        'rectangle',
        [
          [-9, -9],
          [1, 99],
        ],
        2,
        3,
      ),
    ).toEqual(['100', '100']);
    expect(
      picture(
        'ellipse',
        [
          [10, 10],
          [20, 20],
        ],
        2,
        3,
      ),
    ).toEqual(['000', '000']);
    expect(
      picture(
        'polygon',
        [
          [-5, -5],
          [9, -5],
          [9, 9],
          [-5, 9],
        ],
        2,
        3,
      ),
    ).toEqual(['111', '111']);
  });

  it('is empty for too few points and for points that are not numbers', () => {
    expect(
      picture(
        'polygon',
        [
          [0, 0],
          [2, 2],
        ],
        1,
        2,
      ),
    ).toEqual(['00']);
    expect(picture('rectangle', [], 1, 2)).toEqual(['00']);
    expect(
      picture(
        'rectangle',
        [
          [NaN, 0],
          [2, 2],
        ],
        1,
        2,
      ),
    ).toEqual(['00']);
  });
});
