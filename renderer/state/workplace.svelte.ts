import type { ToolId } from '../viewport/tools/tool-id';

/** What the hands are doing: tool, panels. Nothing of it is worth keeping. */
export class Workplace {
  tool = $state<ToolId>('window');
  listOpen = $state(true);
  helpOpen = $state(false);
  /** Words that a study or series must hold to be listed. */
  filter = $state('');
  /** The field they are typed into, while the list is open. */
  filterField = $state.raw<HTMLElement | null>(null);
}
