import { describe, expect, it } from 'vitest';
import {
  affineThrough,
  clampToImage,
  pixelAt,
  roundLength,
  toCanvas,
  toImage,
  translationForZoom,
  type Affine,
  type Point,
} from './affine';

const view: Affine = { scaleX: 2, scaleY: 3, offsetX: 10, offsetY: -5 };

/** Cornerstone's own transform: about the middle of canvas and image. */
const cornerstoneView = (scale: number, [x, y]: Point, canvas: Point, image: Point): Affine => ({
  scaleX: scale,
  scaleY: scale,
  offsetX: canvas[0] / 2 + scale * (x - image[0] / 2),
  offsetY: canvas[1] / 2 + scale * (y - image[1] / 2),
});

describe('the view', () => {
  it('maps image pixels to the canvas and back', () => {
    expect(toCanvas(view, [4, 5])).toEqual([18, 10]);
    expect(toImage(view, [18, 10])).toEqual([4, 5]);
  });

  it('is found from where two corners of a pixel lie', () => {
    expect(affineThrough({ x: 10, y: -5 }, { x: 12, y: -2 })).toEqual(view);
  });

  it('names the pixel that a point lies in, and none outside', () => {
    expect(pixelAt([0.99, 1.01], 2, 2)).toEqual([0, 1]);
    expect(pixelAt([2, 0], 2, 2)).toBeNull();
    expect(pixelAt([-0.01, 0], 2, 2)).toBeNull();
  });

  it('moves points to the nearest inside the image', () => {
    expect(clampToImage([-3, 12], 8, 10)).toEqual([0, 10]);
  });

  it('keeps what lies under the cursor there while zooming', () => {
    const [canvas, image, at]: Point[] = [
      [800, 600],
      [512, 256],
      [123, 456],
    ];
    const before: Point = [7, -11];
    const old = cornerstoneView(1.5, before, canvas!, image!);
    const after = translationForZoom(old, at!, [400, 300], 1.3, before);
    const now = cornerstoneView(1.5 * 1.3, after, canvas!, image!);
    const [column, row] = toImage(now, at!);
    expect(column).toBeCloseTo(toImage(old, at!)[0], 9);
    expect(row).toBeCloseTo(toImage(old, at!)[1], 9);
  });
});

describe('roundLength', () => {
  it.each([
    [140, 100],
    [99, 50],
    [49, 20],
    [0.7, 0.5],
    [1, 1],
  ])('of at most %d mm is %d mm', (longest, length) => expect(roundLength(longest)).toBeCloseTo(length, 12));
});
