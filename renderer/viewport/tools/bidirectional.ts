import { axesFrom } from '../../measure/bidirectional';
import { placing } from './place-points';
import type { Tool } from './tool';

/** The long axis is drawn; the short one stands across its middle, and is set by its ends. */
export const bidirectionalTool: Tool = {
  id: 'bidirectional',
  name: 'Axes, long × short',
  group: 'measure',
  key: 'Shift+D',
  icon: 'M2.2 12.7 7 7.9 4.7 5.600l1-1L8 6.900l4.7-4.7 1 1L9 7.900l2.3 2.3-1 1L8 8.900l-4.8 4.800Z',
  cursor: 'crosshair',
  ...placing({
    kind: 'bidirectional',
    count: 2,
    complete: ([from, to], scale) => axesFrom(from!, to!, scale),
  }),
};
