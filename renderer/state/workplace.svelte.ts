import { type Affine, identity } from '../viewport/affine';
import type { ToolId } from '../viewport/tools/tool-id';

/** What the hands are doing: tool, cursor, panels, cine. Nothing of it is worth keeping. */
export class Workplace {
  tool = $state<ToolId>('window');
  cine = $state(false);
  listOpen = $state(true);
  helpOpen = $state(false);
  /** Image pixel under the cursor, column and row from 0; null outside the image. */
  cursor = $state.raw<readonly [number, number] | null>(null);
  /** Image to canvas, as cornerstone draws it now. */
  view = $state.raw<Affine>(identity);
  /** Canvas pixels an image pixel, as a factor. */
  readonly zoom = $derived(this.view.scaleX);
  /** What the viewport offers to the keyboard; set while it is mounted. */
  viewport = $state.raw<ViewportActions | null>(null);
}

/** What can be done to the viewport from outside. */
export interface ViewportActions {
  fit(): void;
  /** Zooms by a factor about the middle. */
  zoomBy(factor: number): void;
  /** Moves the picture by canvas pixels. */
  panBy(x: number, y: number): void;
  /** Ends, or gives up, what the active tool has begun. */
  finishTool(): void;
  cancelTool(): boolean;
}
