import { angleTool } from './angle';
import { arrowTool } from './arrow';
import { bidirectionalTool } from './bidirectional';
import { cobbTool } from './cobb';
import { editTool } from './edit';
import { ellipseTool } from './ellipse';
import { freehandTool } from './freehand';
import { lengthTool } from './length';
import { locateTool } from './locate';
import { magnifierTool } from './magnifier';
import { measureEllipseTool } from './measure-ellipse';
import { measureFreehandTool } from './measure-freehand';
import { measureRectangleTool } from './measure-rectangle';
import { panTool } from './pan';
import { polygonTool } from './polygon';
import { probeTool } from './probe';
import { rectangleTool } from './rectangle';
import { scrollTool } from './scroll';
import type { Tool } from './tool';
import type { ToolGroup, ToolId } from './tool-id';
import { windowLevelTool } from './window-level';
import { zoomTool } from './zoom';

/** Every tool, in the order of the toolbar. */
export const tools: readonly Tool[] = [
  windowLevelTool,
  panTool,
  zoomTool,
  scrollTool,
  magnifierTool,
  locateTool,
  editTool,
  rectangleTool,
  ellipseTool,
  polygonTool,
  freehandTool,
  lengthTool,
  bidirectionalTool,
  angleTool,
  cobbTool,
  measureEllipseTool,
  measureRectangleTool,
  measureFreehandTool,
  probeTool,
  arrowTool,
];

export const toolOf = (id: ToolId): Tool => tools.find((tool) => tool.id === id) ?? windowLevelTool;

/** The tools of a group, in the order of the toolbar. */
export const toolsOf = (group: ToolGroup): readonly Tool[] => tools.filter((tool) => tool.group === group);
