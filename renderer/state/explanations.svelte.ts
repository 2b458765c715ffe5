import type { Explanation, Progress, Slice } from '../../preload/vocabulary';
import { ask, newRequestId } from '../ask';
import { frameKey } from './frames';
import type { Models } from './models.svelte';
import type { Problems } from './problems.svelte';

/** A request that the engine works on. */
export interface Running {
  readonly requestId: string;
  readonly key: string;
  readonly progress: Progress | null;
}

/** The newest explanation of each frame, and the one that is being made. */
export class Explanations {
  byFrame = $state.raw<ReadonlyMap<string, Explanation>>(new Map());
  /** Ids of explanations whose maps the engine no longer has. */
  gone = $state.raw<ReadonlySet<string>>(new Set());
  running = $state.raw<Running | null>(null);

  constructor(
    private readonly models: Models,
    private readonly problems: Problems,
  ) {}

  /** The explanation of a slice by the model that is chosen now; null where there is none. */
  of(slice: Slice | null): Explanation | null {
    const found = slice && this.byFrame.get(frameKey(slice));
    return found && found.modelId === this.models.chosen ? found : null;
  }

  /** Runs the loaded model on a slice; the former request, if any, is cancelled. True when it was answered. */
  async explain(slice: Slice): Promise<boolean> {
    const { loaded, method, classIndex, layer } = this.models;
    if (!loaded) return false;
    this.cancel();
    const requestId = newRequestId();
    const key = frameKey(slice);
    this.running = { requestId, key, progress: null };
    try {
      const request = { modelId: loaded.id, slice, method, classIndex, layer };
      const explanation = await ask('explain', { requestId, request });
      if (this.running?.requestId !== requestId) return false;
      this.byFrame = new Map(this.byFrame).set(key, explanation);
      return true;
    } catch (thrown) {
      this.problems.report(thrown);
      return false;
    } finally {
      if (this.running?.requestId === requestId) this.running = null;
    }
  }

  cancel(): void {
    if (!this.running) return;
    void ask('cancel', { requestId: this.running.requestId });
    this.running = null;
  }

  /** The engine was started again: what it kept is gone, what the window has stays. */
  mapsAreGone(): void {
    this.gone = new Set([...this.byFrame.values()].map(({ id }) => id));
  }

  progress(requestId: string, progress: Progress): void {
    if (this.running?.requestId === requestId) this.running = { ...this.running, progress };
  }
}
