import type { Tool } from './tool';

/** Dragging across this many canvas pixels changes the width by the slice's own range of the window. */
const pixelsPerRange = 400;

/** Left and right change the width, up and down the centre, as in every reading room. */
export const windowLevelTool: Tool = {
  id: 'window',
  name: 'Window',
  group: 'look',
  key: 'W',
  icon: 'M8 2a6 6 0 1 0 0 12A6 6 0 0 0 8 2Zm0 1.5v9a4.5 4.5 0 0 1 0-9Z',
  cursor: 'ns-resize',
  begin({ pane: { slice, display } }, start) {
    const from = slice && display.windowFor(slice);
    if (!from) return null;
    const before = display.chosen;
    // A window narrowed to nothing can be widened again.
    const smallest = from.voiLutFunction ? (slice.maximum - slice.minimum) / 256 : 1;
    const unit = Math.max(from.width, smallest) / pixelsPerRange;
    return {
      move: ({ canvas: [x, y] }) =>
        display.shift(from, (y - start.canvas[1]) * unit, (x - start.canvas[0]) * unit),
      end: () => undefined,
      cancel: () => (display.chosen = before),
    };
  },
};
