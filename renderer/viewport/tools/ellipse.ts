import { dragBox } from './box';
import type { Tool } from './tool';

export const ellipseTool: Tool = {
  id: 'ellipse',
  name: 'Mark an ellipse',
  group: 'mark',
  key: 'O',
  icon: 'M8 3c3.6 0 6.2 2.2 6.2 5S11.6 13 8 13 1.8 10.8 1.8 8 4.4 3 8 3Zm0 1.5C5.2 4.5 3.3 6.1 3.3 8s1.9 3.5 4.7 3.5 4.7-1.6 4.7-3.5S10.8 4.5 8 4.5Z',
  cursor: 'crosshair',
  begin: (context, start) => dragBox(context, 'ellipse', start),
};
