import { textOf } from '../../preload/text';
import type { Progress, SeriesPart, SliceLeftOut } from '../../preload/vocabulary';
import { ask, newRequestId } from '../ask';
import type { Explanations } from './explanations.svelte';
import type { Place } from './frames';
import type { Problems } from './problems.svelte';
import { type SeriesQuestion, kindOf } from './slice-mark';
import { timeLeft } from './time-left';

/** A question about all frames of a series. */
export interface SeriesWish {
  readonly seriesInstanceUid: string;
  readonly frames: readonly Place[];
  readonly modelId: string;
  readonly question: SeriesQuestion;
  /** What is explained, in words. */
  readonly label: string;
}

/** How far a run is. */
interface Running {
  readonly done: number;
  readonly total: number;
  /** How long it still takes, in words; '' before that can be said. */
  readonly left: string;
}

/** The run over a series that is under way, and what the last one was of; another replaces it. */
export class SeriesRun {
  /** What it is of; its answers are the marks of this kind. */
  of = $state.raw<(SeriesWish & { readonly kind: string }) | null>(null);
  running = $state.raw<Running | null>(null);
  #requestId = '';
  #began = 0;
  #leftOut: readonly SliceLeftOut[] = [];

  /** @param now ms of a clock that never goes back */
  constructor(
    private readonly explanations: Explanations,
    private readonly problems: Problems,
    private readonly now: () => number = () => performance.now(),
  ) {}

  /** Explains all frames of a series; a run before it ends, and what it has made stays. */
  async start(wish: SeriesWish): Promise<void> {
    this.cancel();
    const { modelId, question, frames } = wish;
    const requestId = (this.#requestId = newRequestId());
    this.of = { ...wish, kind: kindOf(modelId, question) };
    this.#began = this.now();
    this.#leftOut = [];
    this.#come(0, frames.length);
    try {
      await ask('explainSeries', { requestId, places: placesOf(frames), request: { modelId, ...question } });
    } catch (thrown) {
      this.problems.report(thrown);
    } finally {
      if (this.#requestId === requestId) this.running = null;
    }
  }

  /** Takes what was made since the last part; one may come after the run has ended. */
  part(requestId: string, { answers, leftOut, done, total }: SeriesPart): void {
    if (requestId !== this.#requestId || !this.of) return;
    this.explanations.take(answers, this.of.question);
    this.#leftOut = [...this.#leftOut, ...leftOut];
    if (this.running) this.#come(done, total);
    if (done >= total) this.#tellLeftOut();
  }

  progress(requestId: string, { done, total }: Progress): void {
    if (requestId === this.#requestId && this.running) this.#come(done, total);
  }

  /** Ends the run; what it has made stays. */
  cancel(): void {
    if (!this.running) return;
    void ask('cancel', { requestId: this.#requestId });
    this.running = null;
    this.#tellLeftOut();
  }

  #come(done: number, total: number): void {
    this.running = { done, total, left: timeLeft(this.now() - this.#began, done, total) };
  }

  #tellLeftOut(): void {
    const [first, ...more] = this.#leftOut;
    this.#leftOut = [];
    if (!first) return;
    const slices = more.length === 0 ? '1 slice was' : `${more.length + 1} slices were`;
    this.problems.tell(`${slices} left out of the run: ${reasonsOf([first, ...more])}`);
  }
}

/** The reasons, each once; of many the first two. */
function reasonsOf(leftOut: readonly SliceLeftOut[]): string {
  const reasons = [...new Set(leftOut.map(({ reason }) => reason))];
  return [...reasons.slice(0, 2), ...(reasons.length > 2 ? ['And so on.'] : [])].join(' ');
}

const placesOf = (frames: readonly Place[]) =>
  textOf(
    frames.map(({ instance: { sopInstanceUid, path, rows, columns }, frame }) => ({
      ...{ sopInstanceUid, frame, path, rows, columns },
    })),
  );
