import { dragBox } from './box';
import type { Tool } from './tool';

export const rectangleTool: Tool = {
  id: 'rectangle',
  name: 'Mark a rectangle',
  group: 'mark',
  key: 'B',
  icon: 'M2 3.5h12v9H2Zm1.5 1.5v6h9v-6Z',
  cursor: 'crosshair',
  begin: (context, start) => dragBox(context, 'rectangle', start),
};
