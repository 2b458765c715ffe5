import { stepByStep } from './moving';
import type { Tool } from './tool';

export const panTool: Tool = {
  id: 'pan',
  name: 'Pan',
  group: 'look',
  key: 'P',
  icon: 'M8 1 10.5 4H8.8v3.2H12V5.5L15 8l-3 2.5V8.8H8.8V12h1.7L8 15l-2.5-3h1.7V8.8H4v1.7L1 8l3-2.5v1.7h3.2V4H5.5Z',
  cursor: 'grab',
  begin: ({ panBy }, start) => stepByStep(start, panBy),
};
