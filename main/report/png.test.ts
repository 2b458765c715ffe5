import { PNG } from 'pngjs';
import { expect, it } from 'vitest';
import { encodePng } from './png';

const rgba = Uint8ClampedArray.from([1, 2, 3, 255, 250, 0, 9, 255]);

it('writes pixels that read back', () => {
  const read = PNG.sync.read(encodePng(rgba, 2, 1));
  expect([read.width, read.height]).toEqual([2, 1]);
  expect([...read.data]).toEqual([...rgba]);
});

it('refuses a picture of another size', () => expect(() => encodePng(rgba, 3, 1)).toThrow(/four bytes/));
