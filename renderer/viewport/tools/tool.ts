import type { Region, RegionShape } from '../../../preload/vocabulary';
import type { Review } from '../../review.svelte';
import type { Pane } from '../../state/pane.svelte';
import type { Affine, Point } from '../affine';
import type { ToolGroup, ToolId } from './tool-id';

/** Where the pointer is, in both coordinate systems. */
export interface Spot {
  /** Canvas pixels. */
  readonly canvas: Point;
  /** Image pixels, moved inside the image. */
  readonly image: Point;
}

/** What a tool works on. */
export interface ToolContext {
  readonly review: Review;
  /** The pane that it works in; the active one as soon as a button is down. */
  readonly pane: Pane;
  readonly view: Affine;
  panBy(x: number, y: number): void;
  zoomBy(factor: number, at?: Point): void;
  /** A new region of the shown frame that is not kept yet. */
  newRegion(shape: RegionShape, points: readonly Point[]): Region;
}

/** A drag that has begun; end keeps it, cancel leaves everything as it was. */
export interface Gesture {
  move(spot: Spot): void;
  end(): void;
  cancel(): void;
}

/** One way to use the pointer. */
export interface Tool {
  readonly id: ToolId;
  readonly name: string;
  readonly group: ToolGroup;
  /** Key that takes it up, as shortcuts write it: 'D', 'Shift+D'. */
  readonly key: string;
  /** Path data of its 16×16 icon. */
  readonly icon: string;
  readonly cursor: string;
  /** A button went down; null where the tool makes nothing of it or works click by click. */
  begin(context: ToolContext, spot: Spot): Gesture | null;
  /** The pointer moved without a drag. */
  hover?(context: ToolContext, spot: Spot): void;
  /** Double click or Enter; true where it means something to the tool here. */
  finish?(context: ToolContext): boolean;
  /** Escape; true where there was something to give up. */
  cancel?(context: ToolContext): boolean;
}
