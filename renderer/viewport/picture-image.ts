import type { CornerstoneImage } from 'cornerstone-core';
import type { Instance, Slice } from '../../preload/vocabulary';
import { pictureRgba } from '../picture/overlay-planes';
import type { Display } from '../state/display.svelte';
import { frameKey } from '../state/frames';

/** Puts a picture in RGBA on a canvas, a new one or one that is used again. */
export function canvasOf(
  rgba: Uint8ClampedArray,
  columns: number,
  rows: number,
  canvas = document.createElement('canvas'),
): HTMLCanvasElement {
  if (canvas.width !== columns) canvas.width = columns;
  if (canvas.height !== rows) canvas.height = rows;
  const pixels = new ImageData(rgba as Uint8ClampedArray<ArrayBuffer>, columns, rows);
  canvas.getContext('2d')!.putImageData(pixels, 0, 0);
  return canvas;
}

/** No picture is taken for another: the same frame looks different in each window. */
let nextPicture = 0;

/** A slice in RGBA as a display shows it. */
export function pictureOf(slice: Slice, display: Display): Uint8ClampedArray {
  return pictureRgba(slice, display.windowFor(slice), display.invert, display.overlaysShown);
}

/**
 * A slice as cornerstone draws it. The window is applied by the same function as in the report (cornerstone's own
 * lookup takes integers only), so cornerstone is given the finished picture and a window of 128/255, with which it
 * draws the picture as it is.
 * @param sheet the canvas to put the picture on
 */
export function cornerstoneImage(
  slice: Slice,
  instance: Instance,
  display: Display,
  sheet: HTMLCanvasElement,
): CornerstoneImage {
  const { rows, columns } = slice;
  const rgba = pictureOf(slice, display);
  const canvas = canvasOf(rgba, columns, rows, sheet);
  return {
    imageId: `sightline:${frameKey(slice)}:${nextPicture++}`,
    minPixelValue: 0,
    maxPixelValue: 255,
    slope: 1,
    intercept: 0,
    windowCenter: 128,
    windowWidth: 255,
    invert: false,
    rows,
    columns,
    height: rows,
    width: columns,
    color: true,
    rgba: true,
    rowPixelSpacing: instance.spacing?.row ?? 1,
    columnPixelSpacing: instance.spacing?.column ?? 1,
    sizeInBytes: rgba.byteLength,
    getPixelData: () => rgba,
    getCanvas: () => canvas,
  };
}
