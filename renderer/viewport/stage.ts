import * as cornerstone from 'cornerstone-core';
import type { CornerstoneImage } from 'cornerstone-core';
import { type Affine, affineThrough, type Point, toImage, translationForZoom } from './affine';
import { fittingScale, type Placement, type Wish } from './placement';

const smallestScale = 0.05;
const largestScale = 64;
/** A size this near to the fitting one, as a factor, is it. */
const fittedWithin = 1e-3;

/**
 * Cornerstone on one element: what is shown, how it is moved, and where it lies. Cornerstone draws one canvas pixel a
 * CSS pixel; for the screen's own sharpness its element is made larger by the pixel ratio and shrunk again by a
 * transform. All points here are CSS pixels of the room around it.
 */
export class Stage {
  #image: CornerstoneImage | null = null;
  #density = 1;
  /** Size of the room that the element is stretched to, CSS pixels. */
  #room = { width: 0, height: 0 };
  readonly #watch: ResizeObserver;

  constructor(
    private readonly room: HTMLElement,
    private readonly element: HTMLElement,
    private readonly onRendered: (view: Affine, placement: Placement) => void,
  ) {
    this.#stretch();
    cornerstone.enable(element);
    element.addEventListener(cornerstone.EVENTS.IMAGE_RENDERED, this.#rendered);
    this.#watch = new ResizeObserver(() => this.#adapt());
    this.#watch.observe(room);
  }

  /** Shows a picture; zoom and pan stay as long as pictures keep their size and `anew` is false. */
  show(image: CornerstoneImage, anew: boolean): void {
    const before = this.#image;
    this.#image = image;
    cornerstone.displayImage(this.element, image);
    if (anew || !before || !isAlike(image, before)) this.fit();
  }

  fit(): void {
    if (this.#hasImage()) cornerstone.fitToWindow(this.element);
  }

  /** Puts the picture where it lay in a viewport of maybe another size; null fits it. */
  restore(placement: Placement | null): void {
    if (!placement || Math.abs(placement.zoom - 1) < fittedWithin) this.fit();
    if (!placement || !this.#image) return;
    this.look({ centre: placement.centre, scaleX: placement.zoom * this.#fittingScale(this.#image) });
  }

  /** Puts a point of the image into the middle, at a size. */
  look({ centre, scaleX }: Wish): void {
    if (!this.#hasImage() || !this.#image) return;
    const viewport = cornerstone.getViewport(this.element);
    const { columns, rows } = this.#image;
    const wanted = (viewport.scale * scaleX) / this.view().scaleX;
    const scale = Math.min(largestScale, Math.max(smallestScale, wanted));
    const translation = { x: columns / 2 - centre[0], y: rows / 2 - centre[1] };
    cornerstone.setViewport(this.element, { ...viewport, scale, translation });
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

  readonly #rendered = (): void => {
    const placement = this.#placement();
    if (placement) this.onRendered(this.view(), placement);
  };

  /** Where the picture lies in the room as large as it is now: drawn so, or about to be. */
  lies(): Placement | null {
    const { clientWidth, clientHeight } = this.room;
    if (clientWidth !== this.#room.width || clientHeight !== this.#room.height) this.#adapt();
    return this.#placement();
  }

  /** The picture keeps its place in a room of another size. */
  #adapt(): void {
    const before = this.#placement();
    this.#stretch();
    cornerstone.resize(this.element);
    this.restore(before);
  }

  /** Where the picture lies now, by the size of the viewport before it is stretched. */
  #placement(): Placement | null {
    if (!this.#hasImage() || !this.#image) return null;
    const view = this.view();
    const scaleX = view.scaleX;
    const middle: Point = [this.#room.width / 2, this.#room.height / 2];
    return { centre: toImage(view, middle), scaleX, zoom: scaleX / this.#fittingScale(this.#image) };
  }

  #fittingScale({ columns, rows, rowPixelSpacing, columnPixelSpacing }: CornerstoneImage): number {
    const aspect = rowPixelSpacing / columnPixelSpacing;
    return fittingScale({ columns, rows, aspect }, this.#room);
  }

  #middle(): Point {
    return [this.#room.width / 2, this.#room.height / 2];
  }

  #stretch(): void {
    this.#density = window.devicePixelRatio || 1;
    this.#room = { width: this.room.clientWidth, height: this.room.clientHeight };
    const { style } = this.element;
    style.width = `${this.#room.width * this.#density}px`;
    style.height = `${this.#room.height * this.#density}px`;
    style.transform = `scale(${1 / this.#density})`;
  }

  /** Cornerstone has no viewport before its first picture. */
  #hasImage(): boolean {
    return cornerstone.getViewport(this.element) !== undefined;
  }
}

/** Whether two pictures take the same room, so that one can follow the other without being placed anew. */
const isAlike = (a: CornerstoneImage, b: CornerstoneImage): boolean =>
  a.rows === b.rows &&
  a.columns === b.columns &&
  a.rowPixelSpacing === b.rowPixelSpacing &&
  a.columnPixelSpacing === b.columnPixelSpacing;
