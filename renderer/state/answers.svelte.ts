import type { Explanation, Progress, Question, Slice } from '../../preload/vocabulary';
import { ask, newRequestId } from '../ask';
import { type Running, withinBudget } from './explanations.svelte';
import { frameKey } from './frames';
import type { Problems } from './problems.svelte';
import type { Shown } from './slices.svelte';

/** A question to a model. */
export type Asked = Question & { readonly modelId: string };

function keyOf(slice: Slice, { modelId, method, classIndex, against, layers, parameters }: Asked): string {
  return JSON.stringify([frameKey(slice), modelId, method, classIndex, against, layers, parameters]);
}

/** Explanations by slice and question: several of a slice at a time, made one after the other. */
export class Answers {
  #kept = $state.raw<Readonly<Record<string, Explanation>>>({});
  /** The one that is being made; its key is that of the slice and the question. */
  running = $state.raw<Running | null>(null);

  constructor(private readonly problems: Problems) {}

  /** What answers a question on a slice; null while it is not made. */
  of(slice: Slice, asked: Asked): Explanation | null {
    return this.#kept[keyOf(slice, asked)] ?? null;
  }

  isRunning(slice: Slice, asked: Asked): boolean {
    return this.running?.key === keyOf(slice, asked);
  }

  keep(slice: Slice, asked: Asked, answer: Explanation): void {
    const key = keyOf(slice, asked);
    const others = Object.entries(this.#kept).filter(([other]) => other !== key);
    this.#kept = Object.fromEntries(withinBudget([...others, [key, answer]]));
  }

  /** Makes what is not made yet, in order. What fails is told, and the others are made all the same; false when stopped. */
  async make({ slice, place }: Shown, all: readonly Asked[]): Promise<boolean> {
    this.cancel();
    for (const asked of all)
      if (!this.of(slice, asked) && !(await this.#one(slice, place.instance.path, asked))) return false;
    this.running = null;
    return true;
  }

  /** False where it was stopped. */
  async #one(slice: Slice, path: string, asked: Asked): Promise<boolean> {
    const requestId = newRequestId();
    this.running = { requestId, key: keyOf(slice, asked), progress: null };
    const isCurrent = (): boolean => this.running?.requestId === requestId;
    const { sopInstanceUid, frame } = slice;
    try {
      const answer = await ask('explain', { requestId, path, of: { sopInstanceUid, frame }, request: asked });
      if (isCurrent()) this.keep(slice, asked, answer);
    } catch (thrown) {
      this.problems.report(thrown);
    }
    return isCurrent();
  }

  cancel(): void {
    if (!this.running) return;
    void ask('cancel', { requestId: this.running.requestId });
    this.running = null;
  }

  progress(requestId: string, progress: Progress): void {
    if (this.running?.requestId === requestId) this.running = { ...this.running, progress };
  }

  /** The engine was started again: maps that it has no longer can be neither compared nor audited. */
  forget(): void {
    this.#kept = {};
  }
}
