import { placing } from './place-points';
import type { Tool } from './tool';

export const angleTool: Tool = {
  id: 'angle',
  name: 'Angle',
  group: 'measure',
  key: 'Y',
  icon: 'M10.9 2 12 3 7.5 7.900a5 5 0 0 1 1.6 4.400H14v1.500H1.400Zm-4.5 7.1-3 3.200h4.200a3.5 3.5 0 0 0-1.2-3.200Z',
  cursor: 'crosshair',
  ...placing({ kind: 'angle', count: 3 }),
};
