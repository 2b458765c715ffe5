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

/** Maps are kept within so many bytes, as the engine keeps them; of those before only the mark on the scrubber stays. */
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

/** What the scrubber shows of an explained frame. */
export interface Mark {
  readonly modelId: string;
  readonly label: string;
  /** Probability of the explained class, 0..1. */
  readonly score: number;
  /** Peak of the map, in logit units. */
  readonly peak: number;
}

const markOf = ({ modelId, classLabel, classIndex, scores, map }: Explanation): Mark => ({
  modelId,
  label: classLabel,
  score: scores[classIndex]?.probability ?? 0,
  peak: map.peak,
});

/** The newest explanation of each frame, and the one that is being made. */
export class Explanations {
  byFrame = $state.raw<Readonly<Record<string, Explanation>>>({});
  marks = $state.raw<Readonly<Record<string, Mark>>>({});
  /** Ids of explanations whose maps the engine no longer has. */
  gone = $state.raw<readonly string[]>([]);
  running = $state.raw<Running | null>(null);

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

  /** Runs the loaded model on a slice of a file; the former request, if any, is cancelled. True when it was answered. */
  async explain(slice: Slice, path: string): Promise<boolean> {
    const { loaded, question } = this.models;
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
      this.#keep(key, explanation);
      return true;
    } catch (thrown) {
      this.problems.report(thrown);
      return false;
    } finally {
      if (this.running?.requestId === requestId) this.running = null;
    }
  }

  #keep(key: string, explanation: Explanation): void {
    const others = Object.entries(this.byFrame).filter(([other]) => other !== key);
    this.byFrame = Object.fromEntries(withinBudget([...others, [key, explanation]]));
    this.marks = { ...this.marks, [key]: markOf(explanation) };
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
