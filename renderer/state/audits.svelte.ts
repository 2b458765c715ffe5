import type { Audit, Explanation, Region } from '../../preload/vocabulary';
import { ask, problemOf } from '../ask';

/** What an audit is made of. */
interface Wish {
  readonly explanation: Explanation;
  readonly regions: readonly Region[];
  readonly threshold: number;
}

/** The audit of the map on screen: asked for at most once a picture, one call at a time, the last wish wins. */
export class Audits {
  audit = $state.raw<Audit | null>(null);
  /** True while the figures are those of an earlier wish. */
  pending = $state(false);
  /** Why there are no figures, or why they are old; '' otherwise. */
  failure = $state('');
  /** The audit where it is of what is on screen now; null while it is of an earlier wish, or there is none. */
  readonly current = $derived(this.pending || this.failure ? null : this.audit);
  #wish: Wish | null = null;
  #frame = 0;
  #busy = false;

  /** Audits a map against regions; null clears. */
  want(wish: Wish | null): void {
    this.#wish = wish;
    if (!wish || this.audit?.explanationId !== wish.explanation.id) this.audit = null;
    this.pending = wish !== null;
    this.failure = '';
    cancelAnimationFrame(this.#frame);
    if (wish) this.#frame = requestAnimationFrame(() => void this.#work());
  }

  /** The engine has lost the map: figures that are at hand stay, but follow no change. */
  cannot(): void {
    this.#wish = null;
    this.pending = false;
    this.failure =
      'The engine was started again: press E to explain anew, then the audit follows your changes.';
  }

  async #work(): Promise<void> {
    if (this.#busy) return;
    this.#busy = true;
    try {
      for (let wish = this.#wish; wish; wish = this.#wish === wish ? null : this.#wish) await this.#one(wish);
    } finally {
      this.#busy = false;
    }
  }

  async #one(wish: Wish): Promise<void> {
    const { explanation, threshold } = wish;
    const regions = $state.snapshot(wish.regions) as readonly Region[];
    try {
      const audit = await ask('audit', { explanationId: explanation.id, regions, threshold });
      if (this.#wish?.explanation === explanation) this.audit = audit;
    } catch (thrown) {
      if (this.#wish?.explanation === explanation) this.failure = problemOf(thrown).message;
    }
    if (this.#wish === wish) this.pending = false;
  }
}
