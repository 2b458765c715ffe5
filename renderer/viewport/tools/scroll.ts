import type { Tool } from './tool';

/** Dragging down by this many canvas pixels goes one slice on. */
const pixelsPerSlice = 8;

export const scrollTool: Tool = {
  id: 'scroll',
  name: 'Scroll',
  group: 'look',
  key: 'S',
  icon: 'M3 3h10v2H3Zm0 4h10v2H3Zm0 4h10v2H3Z',
  cursor: 'row-resize',
  begin({ pane }, start) {
    const from = pane.index;
    return {
      move: ({ canvas }) => pane.goTo(from + Math.trunc((canvas[1] - start.canvas[1]) / pixelsPerSlice)),
      end: () => undefined,
      cancel: () => pane.goTo(from),
    };
  },
};
