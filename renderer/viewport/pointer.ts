import type { Slice } from '../../preload/vocabulary';
import { clampToImage, type Point, toImage } from './affine';
import { panTool } from './tools/pan';
import type { Gesture, Spot, Tool, ToolContext } from './tools/tool';
import { windowLevelTool } from './tools/window-level';

/** What the pointer needs of the viewport. */
export interface PointerPlace {
  readonly element: HTMLElement;
  readonly context: () => ToolContext;
  readonly slice: () => Slice | null;
  readonly tool: () => Tool;
  readonly onCursor: (image: Point | null) => void;
}

/** Turns pointer events into gestures: left the active tool, middle pan, right window. */
export class Pointer {
  #gesture: Gesture | null = null;

  constructor(private readonly place: PointerPlace) {}

  down(event: PointerEvent): void {
    if (!this.place.slice() || this.#gesture) return;
    const tool = event.button === 1 ? panTool : event.button === 2 ? windowLevelTool : this.place.tool();
    this.#gesture = tool.begin(this.place.context(), this.#spot(event));
    if (this.#gesture) this.place.element.setPointerCapture(event.pointerId);
  }

  move(event: PointerEvent): void {
    const spot = this.#spot(event);
    this.place.onCursor(toImage(this.place.context().view, spot.canvas));
    if (this.#gesture) this.#gesture.move(spot);
    else this.place.tool().hover?.(this.place.context(), spot);
  }

  up(): void {
    this.#gesture?.end();
    this.#gesture = null;
  }

  /** Gives up the drag, or what the tool has begun click by click. True where there was something. */
  cancel(): boolean {
    const dragged = this.#gesture !== null;
    this.#gesture?.cancel();
    this.#gesture = null;
    return (this.place.tool().cancel?.(this.place.context()) ?? false) || dragged;
  }

  /** The canvas point of an event. */
  canvasPoint(event: MouseEvent): Point {
    const { left, top } = this.place.element.getBoundingClientRect();
    return [event.clientX - left, event.clientY - top];
  }

  #spot(event: PointerEvent): Spot {
    const canvas = this.canvasPoint(event);
    const slice = this.place.slice();
    const image = toImage(this.place.context().view, canvas);
    return { canvas, image: slice ? clampToImage(image, slice.columns, slice.rows) : image };
  }
}
