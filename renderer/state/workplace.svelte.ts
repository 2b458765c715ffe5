import type { ToolId } from '../viewport/tools/tool-id';

/** What the hands are doing: tool, panels. Nothing of it is worth keeping. */
export class Workplace {
  tool = $state<ToolId>('window');
  listOpen = $state(true);
  helpOpen = $state(false);
}
