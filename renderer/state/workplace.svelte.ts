import type { Spot } from '../viewport/tools/tool';
import type { ToolId } from '../viewport/tools/tool-id';

/** What the hands are doing: tool, panels. Nothing of it is worth keeping. */
export class Workplace {
  tool = $state<ToolId>('window');
  /** The tool that measured last. */
  measureTool = $state<ToolId>('length');
  listOpen = $state(true);
  helpOpen = $state(false);
  /** Words that a study or series must hold to be listed. */
  filter = $state('');
  /** The field they are typed into, while the list is open. */
  filterField = $state.raw<HTMLElement | null>(null);
  /** Where the magnifier is held, and over which pane; null while it is not. */
  loupe = $state.raw<{ readonly paneId: number; readonly spot: Spot } | null>(null);
}
