import type { Point } from '../affine';
import type { Gesture, Spot, ToolContext } from './tool';

/** The next vertex is set this far from the last, in canvas pixels. */
const step = 3;
/** An outline that stays within so many canvas pixels, across and down, was a click. */
const smallest = 6;
/** As many vertices as are kept of an outline. */
const most = 10_000;

/** Where an outline goes while it is drawn, and at its end. */
export interface OutlineTarget {
  show(points: readonly Point[]): void;
  keep(points: readonly Point[]): void;
  drop(): void;
}

/** Draws an outline that follows the pointer and closes by itself where the drag ends. */
export function drawOutline({ view }: ToolContext, start: Spot, target: OutlineTarget): Gesture {
  const points: Point[] = [start.image];
  return {
    move({ image }) {
      const [c, r] = points.at(-1)!;
      const moved = Math.hypot((image[0] - c) * view.scaleX, (image[1] - r) * view.scaleY);
      if (moved < step || points.length >= most) return;
      points.push(image);
      target.show([...points]);
    },
    end() {
      const extent = (axis: 0 | 1): number => {
        const values = points.map((point) => point[axis]);
        return Math.max(...values) - Math.min(...values);
      };
      const size = Math.min(extent(0) * view.scaleX, extent(1) * view.scaleY);
      if (points.length >= 3 && size >= smallest) target.keep(points);
      else target.drop();
    },
    cancel: () => target.drop(),
  };
}
