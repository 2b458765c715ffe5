import type {
  Explanation,
  Progress,
  Question,
  Slice,
  SliceAnswer,
  SliceReference,
} from '../../preload/vocabulary';
import { ask, newRequestId } from '../ask';
import { frameKey } from './frames';
import type { Models } from './models.svelte';
import type { Problems } from './problems.svelte';
import { isCheap } from './question';
import type { Marks } from './series-strip';
import { type Mark, markOf, markOfAnswer, type SeriesQuestion } from './slice-mark';

/** A request that the engine works on. */
export interface Running {
  readonly requestId: string;
  readonly key: string;
  readonly progress: Progress | null;
}

/** Maps are kept within so many bytes, those before are fetched again when their slice is looked at. */
const mapsBudget = 256 * 1024 * 1024;

/** The newest explanations whose maps fit the budget, oldest first; the newest always. */
export function withinBudget<Key>(
  entries: readonly (readonly [Key, Explanation])[],
  budget = mapsBudget,
): readonly (readonly [Key, Explanation])[] {
  let bytes = 0;
  const first = entries.findLastIndex(([, { map }], index) => {
    bytes += map.values.byteLength;
    return bytes > budget && index < entries.length - 1;
  });
  return entries.slice(first + 1);
}

/** What is not under one of some keys. */
const without = <Value>(
  all: Readonly<Record<string, Value>>,
  keys: Readonly<Record<string, unknown>>,
): Readonly<Record<string, Value>> =>
  Object.fromEntries(Object.entries(all).filter(([key]) => !(key in keys)));

/** The newest explanation of each frame, and the one that is being made. */
export class Explanations {
  byFrame = $state.raw<Readonly<Record<string, Explanation>>>({});
  /** What is known of each explained frame, with or without its map here; the newest last. */
  marks = $state.raw<Marks>({});
  /** Ids of explanations whose maps the engine no longer has. */
  gone = $state.raw<readonly string[]>([]);
  running = $state.raw<Running | null>(null);
  /** Ids of the explanations whose maps are on their way. */
  #fetching: readonly string[] = [];

  constructor(
    private readonly models: Models,
    private readonly problems: Problems,
  ) {}

  /** The last explanation of a slice, by whichever model; null where there is none. */
  newestOf(slice: Slice | null): Explanation | null {
    return (slice && this.byFrame[frameKey(slice)]) ?? null;
  }

  /** The explanation of a slice by the model that is chosen now; null where there is none. */
  of(slice: Slice | null): Explanation | null {
    const found = this.newestOf(slice);
    return found && found.modelId === this.models.chosen ? found : null;
  }

  /** What the chosen model has said of a frame whose map is not here; null where there is nothing to fetch. */
  withoutMap(frame: SliceReference): Mark | null {
    const key = frameKey(frame);
    const mark = this.marks[key];
    return mark && mark.modelId === this.models.chosen && !this.byFrame[key] ? mark : null;
  }

  /** Runs the loaded model on a slice of a file; the former request, if any, is cancelled. True when it was answered. */
  async explain(
    slice: SliceReference,
    path: string,
    question: Question = this.models.question,
  ): Promise<boolean> {
    const { loaded } = this.models;
    if (!loaded) return false;
    this.cancel();
    const requestId = newRequestId();
    const key = frameKey(slice);
    this.running = { requestId, key, progress: null };
    try {
      const request = { modelId: loaded.id, ...question };
      const { sopInstanceUid, frame } = slice;
      const explanation = await ask('explain', { requestId, path, of: { sopInstanceUid, frame }, request });
      if (this.running?.requestId !== requestId) return false;
      this.#keep(key, explanation, question);
      return true;
    } catch (thrown) {
      this.problems.report(thrown);
      return false;
    } finally {
      if (this.running?.requestId === requestId) this.running = null;
    }
  }

  /** Fetches the map of a frame that the chosen model has explained; one that the engine has lost is made anew. */
  async fetchMap(frame: SliceReference, path: string): Promise<void> {
    const mark = this.withoutMap(frame);
    const id = mark?.explanationId;
    if (!id || this.#fetching.includes(id)) return;
    this.#fetching = [...this.#fetching, id];
    try {
      const made = await ask('mapOf', { explanationId: id });
      if (this.withoutMap(frame) !== mark) return;
      if (made) this.#keep(frameKey(frame), made, mark.asked);
      else await this.#anew(frame, path, mark);
    } catch (thrown) {
      this.problems.report(thrown);
    } finally {
      this.#fetching = this.#fetching.filter((other) => other !== id);
    }
  }

  /** Takes what a run over a series has made. A map that answers the same question stays, any other gives way. */
  take(answers: readonly SliceAnswer[], asked: SeriesQuestion): void {
    const made = answers
      .map((answer) => [frameKey(answer), markOfAnswer(answer, asked)] as const)
      .filter(([key, { kind }]) => !this.byFrame[key] || this.marks[key]?.kind !== kind);
    const replaced = Object.fromEntries(made);
    this.marks = { ...without(this.marks, replaced), ...replaced };
    this.byFrame = without(this.byFrame, replaced);
  }

  /** What costs more than looking at a slice is worth, nobody has asked for twice. */
  async #anew(frame: SliceReference, path: string, { asked }: Mark): Promise<void> {
    if (this.running) return;
    const method = this.models.methods.find(({ id }) => id === asked.method);
    if (method && isCheap(method)) await this.explain(frame, path, asked);
    else this.problems.tell('The map of this slice is no longer kept; press E to explain the slice again.');
  }

  #keep(key: string, explanation: Explanation, question: Question): void {
    const made = { [key]: explanation };
    this.byFrame = Object.fromEntries(
      withinBudget([...Object.entries(without(this.byFrame, made)), [key, explanation]]),
    );
    this.marks = { ...without(this.marks, made), [key]: markOf(explanation, question) };
  }

  cancel(): void {
    if (!this.running) return;
    void ask('cancel', { requestId: this.running.requestId });
    this.running = null;
  }

  /** The engine was started again: what it kept is gone, what the window has stays. */
  mapsAreGone(): void {
    this.gone = Object.values(this.byFrame).map(({ id }) => id);
  }

  progress(requestId: string, progress: Progress): void {
    if (this.running?.requestId === requestId) this.running = { ...this.running, progress };
  }
}
