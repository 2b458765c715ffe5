import { newMeasurement } from '../../state/new-measurement';
import { drawOutline } from './draw-outline';
import type { Tool } from './tool';

export const measureFreehandTool: Tool = {
  id: 'measure-freehand',
  name: 'Freehand statistics',
  group: 'measure',
  key: 'U',
  icon: 'M8.2 2.2C4.5 2 1.6 4.6 1.9 7.8c.2 2.4 2.3 2.2 2.9 3.9.5 1.5 2 2.6 4.4 2.2 3-.5 5.2-3.2 4.9-6.3-.3-3-2.7-5.2-5.9-5.400Zm-.1 1.2c2.6.1 4.6 1.9 4.8 4.4.2 2.5-1.5 4.7-3.9 5-1.7.3-2.8-.4-3.1-1.400C5.3 9.3 3.2 9.5 3.1 7.7 2.9 5.2 5.1 3.3 8.1 3.400ZM6 7.300h4v1.200H6Zm0 2h4v1.200H6Z',
  cursor: 'crosshair',
  begin(context, start) {
    const { regions } = context.review;
    const measurement = newMeasurement(context.pane.slice!, 'freehand', [start.image]);
    return drawOutline(context, start, {
      show: (points) => (regions.measurementDraft = { ...measurement, points }),
      keep: (points) => regions.putMeasurement({ ...measurement, points }),
      drop: () => regions.dropDrafts(),
    });
  },
};
