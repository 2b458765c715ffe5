import { stepByStep } from './moving';
import type { Tool } from './tool';

/** Dragging up by this many canvas pixels doubles the size. */
const pixelsPerDoubling = 150;

export const zoomTool: Tool = {
  id: 'zoom',
  name: 'Zoom',
  group: 'look',
  key: 'Z',
  icon: 'M6.8 1.8a5 5 0 1 0 3 9l3.4 3.4 1-1-3.4-3.4a5 5 0 0 0-4-8Zm0 1.4a3.6 3.6 0 1 1 0 7.2 3.6 3.6 0 0 1 0-7.2ZM6.1 4.9v1.2H4.9v1.4h1.2v1.2h1.4V7.5h1.2V6.1H7.5V4.9Z',
  cursor: 'zoom-in',
  begin: ({ zoomBy }, start) =>
    stepByStep(start, (_x, y) => zoomBy(2 ** (-y / pixelsPerDoubling), start.canvas)),
};
