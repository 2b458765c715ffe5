import * as cornerstone from 'cornerstone-core';
import type { CornerstoneImage } from 'cornerstone-core';
import { type Affine, affineThrough, type Point, translationForZoom } from './affine';

const smallestScale = 0.05;
const largestScale = 64;

/**
 * Cornerstone on one element: what is shown, how it is moved, and where it lies. Cornerstone draws one canvas pixel a
 * CSS pixel; for the screen's own sharpness its element is made larger by the pixel ratio and shrunk again by a
 * transform. All points here are CSS pixels of the room around it.
 */
export class Stage {
  #size = '';
  #density = 1;
  readonly #watch: ResizeObserver;

  constructor(
    private readonly room: HTMLElement,
    private readonly element: HTMLElement,
    private readonly onRendered: (view: Affine) => void,
  ) {
    this.#stretch();
    cornerstone.enable(element);
    element.addEventListener(cornerstone.EVENTS.IMAGE_RENDERED, this.#rendered);
    this.#watch = new ResizeObserver(() => {
      this.#stretch();
      cornerstone.resize(element);
    });
    this.#watch.observe(room);
  }

  /** Shows a picture; zoom and pan stay as long as pictures keep their size and `anew` is false. */
  show(image: CornerstoneImage, anew: boolean): void {
    const size = [image.rows, image.columns, image.rowPixelSpacing, image.columnPixelSpacing].join();
    cornerstone.displayImage(this.element, image);
    if (anew || size !== this.#size) this.fit();
    this.#size = size;
  }

  fit(): void {
    if (this.#size || this.#hasImage()) cornerstone.fitToWindow(this.element);
  }

  /** Zooms by a factor so that what lies under a canvas point stays there. */
  zoomBy(factor: number, at: Point = this.#middle()): void {
    if (!this.#hasImage()) return;
    const viewport = cornerstone.getViewport(this.element);
    const scale = Math.min(largestScale, Math.max(smallestScale, viewport.scale * factor));
    const before: Point = [viewport.translation.x, viewport.translation.y];
    const real = scale / viewport.scale;
    const [x, y] = translationForZoom(this.view(), at, this.#middle(), real, before);
    cornerstone.setViewport(this.element, { ...viewport, scale, translation: { x, y } });
  }

  /** Moves the picture by canvas pixels. */
  panBy(x: number, y: number): void {
    if (!this.#hasImage()) return;
    const viewport = cornerstone.getViewport(this.element);
    const { scaleX, scaleY } = this.view();
    const translation = { x: viewport.translation.x + x / scaleX, y: viewport.translation.y + y / scaleY };
    cornerstone.setViewport(this.element, { ...viewport, translation });
  }

  view(): Affine {
    const at = (x: number, y: number): { x: number; y: number } => {
      const point = cornerstone.pixelToCanvas(this.element, { x, y });
      return { x: point.x / this.#density, y: point.y / this.#density };
    };
    return affineThrough(at(0, 0), at(1, 1));
  }

  end(): void {
    this.#watch.disconnect();
    this.element.removeEventListener(cornerstone.EVENTS.IMAGE_RENDERED, this.#rendered);
    cornerstone.disable(this.element);
  }

  readonly #rendered = (): void => this.onRendered(this.view());

  #middle(): Point {
    return [this.room.clientWidth / 2, this.room.clientHeight / 2];
  }

  #stretch(): void {
    this.#density = window.devicePixelRatio || 1;
    const { style } = this.element;
    style.width = `${this.room.clientWidth * this.#density}px`;
    style.height = `${this.room.clientHeight * this.#density}px`;
    style.transform = `scale(${1 / this.#density})`;
  }

  /** Cornerstone has no viewport before its first picture. */
  #hasImage(): boolean {
    return cornerstone.getViewport(this.element) !== undefined;
  }
}
