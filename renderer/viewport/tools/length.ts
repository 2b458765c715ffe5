import { placing } from './place-points';
import type { Tool } from './tool';

export const lengthTool: Tool = {
  id: 'length',
  name: 'Length',
  group: 'measure',
  key: 'D',
  icon: 'M2.3 8.9 8.9 2.300l1 1-1.3 1.3 1.5 1.5 1.3-1.3.9.9-7.5 7.5-.9-.9 1.3-1.3-1.5-1.5-1.3 1.300Z',
  cursor: 'crosshair',
  ...placing({ kind: 'length', count: 2 }),
};
