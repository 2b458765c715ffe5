import { editTool } from './edit';
import { ellipseTool } from './ellipse';
import { panTool } from './pan';
import { polygonTool } from './polygon';
import { rectangleTool } from './rectangle';
import { scrollTool } from './scroll';
import type { Tool } from './tool';
import type { ToolId } from './tool-id';
import { windowLevelTool } from './window-level';
import { zoomTool } from './zoom';

/** Every tool, in the order of the toolbar: first those that look, then those that mark. */
export const tools: readonly Tool[] = [
  windowLevelTool,
  panTool,
  zoomTool,
  scrollTool,
  editTool,
  rectangleTool,
  ellipseTool,
  polygonTool,
];

export const toolOf = (id: ToolId): Tool => tools.find((tool) => tool.id === id) ?? windowLevelTool;
