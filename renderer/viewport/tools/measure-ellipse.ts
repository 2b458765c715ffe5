import { placing } from './place-points';
import type { Tool } from './tool';

export const measureEllipseTool: Tool = {
  id: 'measure-ellipse',
  name: 'Ellipse statistics',
  group: 'measure',
  key: 'Q',
  icon: 'M8 2.800c3.6 0 6.4 2.3 6.4 5.200S11.6 13.2 8 13.2 1.6 10.9 1.6 8 4.4 2.8 8 2.800ZM8 4C5.1 4 2.8 5.8 2.8 8S5.1 12 8 12s5.2-1.8 5.2-4S10.9 4 8 4ZM5.3 6.300h5.400v1.200H5.300Zm0 2.200h5.400v1.200H5.300Z',
  cursor: 'crosshair',
  ...placing({ kind: 'ellipse', count: 2, isBox: true }),
};
