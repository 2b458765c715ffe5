import { placing } from './place-points';
import type { Tool } from './tool';

export const measureRectangleTool: Tool = {
  id: 'measure-rectangle',
  name: 'Rectangle statistics',
  group: 'measure',
  key: 'Shift+Q',
  icon: 'M2 3.500h12v9H2Zm1.2 1.200v6.600h9.600V4.700ZM5 6.300h6v1.200H5Zm0 2.200h6v1.200H5Z',
  cursor: 'crosshair',
  ...placing({ kind: 'rectangle', count: 2, isBox: true }),
};
