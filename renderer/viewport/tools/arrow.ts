import { placing } from './place-points';
import type { Tool } from './tool';

/** From the tip to the tail; then what it says is typed at the tail. */
export const arrowTool: Tool = {
  id: 'arrow',
  name: 'Arrow with text',
  group: 'measure',
  key: 'T',
  icon: 'M2 2h6v1.500H4.600l9.2 9.2-1.1 1.1-9.2-9.200V8H2Z',
  cursor: 'crosshair',
  ...placing({
    kind: 'arrow',
    count: 2,
    kept: ({ review: { regions } }, { id }) => {
      if (regions.selected === id) regions.typing = id;
    },
  }),
};
