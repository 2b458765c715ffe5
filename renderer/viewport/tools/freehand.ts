import { drawOutline } from './draw-outline';
import { grabHandle } from './edit';
import type { Tool } from './tool';

export const freehandTool: Tool = {
  id: 'freehand',
  name: 'Mark freehand',
  group: 'mark',
  key: 'K',
  icon: 'M8.2 2.2C4.5 2 1.6 4.6 1.9 7.8c.2 2.4 2.3 2.2 2.9 3.9.5 1.5 2 2.6 4.4 2.2 3-.5 5.2-3.2 4.9-6.3-.3-3-2.7-5.2-5.9-5.4Zm-.1 1.5c2.4.1 4.3 1.8 4.5 4.1.2 2.3-1.4 4.3-3.6 4.7-1.6.2-2.5-.4-2.8-1.3C5.5 9 3.5 9.2 3.4 7.7 3.2 5.4 5.3 3.5 8.1 3.700Z',
  cursor: 'crosshair',
  begin(context, start) {
    const grabbed = grabHandle(context, start);
    if (grabbed) return grabbed;
    const { regions } = context.review;
    const region = context.newRegion('polygon', [start.image]);
    return drawOutline(context, start, {
      show: (points) => (regions.draft = { ...region, points }),
      keep: (points) => regions.put({ ...region, points }),
      drop: () => regions.dropDrafts(),
    });
  },
};
