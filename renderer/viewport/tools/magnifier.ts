import type { Spot, Tool } from './tool';

/** While the button is held, the pixels under the pointer three times as large. */
export const magnifierTool: Tool = {
  id: 'magnifier',
  name: 'Magnifier',
  group: 'look',
  key: 'Shift+Z',
  icon: 'M6.8 1.800a5 5 0 1 0 3 9l3.4 3.4 1-1-3.4-3.400a5 5 0 0 0-4-8Zm0 1.400a3.6 3.6 0 1 1 0 7.2 3.6 3.6 0 0 1 0-7.200Z',
  cursor: 'none',
  begin({ review: { workplace }, pane }, start) {
    const hold = (spot: Spot): void => void (workplace.loupe = { paneId: pane.id, spot });
    const putDown = (): void => void (workplace.loupe = null);
    hold(start);
    return { move: hold, end: putDown, cancel: putDown };
  },
};
