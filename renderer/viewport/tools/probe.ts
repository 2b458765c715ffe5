import { pixelCentre } from './measurement-handles';
import { placing } from './place-points';
import type { Tool } from './tool';

export const probeTool: Tool = {
  id: 'probe',
  name: 'Probe',
  group: 'measure',
  key: 'X',
  icon: 'M7.3 1.500h1.400v4H7.300Zm0 9h1.400v4H7.300Zm-5.8-3.200h4v1.400h-4Zm9 0h4v1.400h-4ZM7.2 7.200h1.600v1.600H7.200Z',
  cursor: 'crosshair',
  ...placing({ kind: 'probe', count: 1, complete: ([point], _scale, slice) => [pixelCentre(point!, slice)] }),
};
