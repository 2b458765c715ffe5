/** The part of cornerstone-core 2.6.1 that the viewport uses (the package ships no types). */
declare module 'cornerstone-core' {
  export interface Point {
    x: number;
    y: number;
  }

  export interface CornerstoneImage {
    imageId: string;
    minPixelValue: number;
    maxPixelValue: number;
    slope: number;
    intercept: number;
    windowCenter: number;
    windowWidth: number;
    invert: boolean;
    rows: number;
    columns: number;
    height: number;
    width: number;
    color: boolean;
    rgba: boolean;
    /** mm, or the two sides of an aspect ratio. */
    rowPixelSpacing: number;
    columnPixelSpacing: number;
    sizeInBytes: number;
    getPixelData: () => Uint8ClampedArray | Float32Array;
    /** Drawn as it is when the viewport's window is 128/255 and it is not inverted. */
    getCanvas: () => HTMLCanvasElement | OffscreenCanvas;
  }

  export interface CornerstoneViewport {
    /** Canvas pixels an image pixel. */
    scale: number;
    /** Image pixels. */
    translation: Point;
    voi: { windowWidth: number; windowCenter: number };
    invert: boolean;
    pixelReplication: boolean;
    rotation: number;
    hflip: boolean;
    vflip: boolean;
  }

  export const EVENTS: { readonly IMAGE_RENDERED: string; readonly NEW_IMAGE: string };

  export function enable(element: HTMLElement): void;
  export function disable(element: HTMLElement): void;
  export function displayImage(
    element: HTMLElement,
    image: CornerstoneImage,
    viewport?: Partial<CornerstoneViewport>,
  ): void;
  export function updateImage(element: HTMLElement, invalidated?: boolean): void;
  export function resize(element: HTMLElement, forceFitToWindow?: boolean): void;
  export function fitToWindow(element: HTMLElement): void;
  export function getViewport(element: HTMLElement): CornerstoneViewport;
  export function setViewport(element: HTMLElement, viewport: Partial<CornerstoneViewport>): void;
  export function pixelToCanvas(element: HTMLElement, point: Point): Point;
}
