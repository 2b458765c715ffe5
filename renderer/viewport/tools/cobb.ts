import { placing } from './place-points';
import type { Tool } from './tool';

export const cobbTool: Tool = {
  id: 'cobb',
  name: 'Cobb angle',
  group: 'measure',
  key: 'Shift+Y',
  icon: 'M1.8 2.5 14 5v1.500L1.8 4Zm0 11L14 9.500V11L1.8 15ZM7.3 5.600h1.200v6.200H7.300Z',
  cursor: 'crosshair',
  ...placing({ kind: 'cobb', count: 4 }),
};
