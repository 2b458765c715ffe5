import { PNG } from 'pngjs';
import { expect, it } from 'vitest';
import { encodePng, encodePngAlpha } from './png';

const rgba = Uint8ClampedArray.from([1, 2, 3, 255, 250, 0, 9, 128]);

it('writes pixels that read back, with and without alpha', () => {
  const read = PNG.sync.read(encodePngAlpha(rgba, 2, 1));
  expect([read.width, read.height]).toEqual([2, 1]);
  expect([...read.data]).toEqual([...rgba]);
  expect([
    ...PNG.sync.read(
      encodePng(
        rgba.map((v, i) => (i % 4 === 3 ? 255 : v)),
        2,
        1,
      ),
    ).data,
  ]).toEqual([1, 2, 3, 255, 250, 0, 9, 255]);
});

it('refuses a picture of another size', () => expect(() => encodePng(rgba, 3, 1)).toThrow(/four bytes/));
