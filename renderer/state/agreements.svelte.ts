import type { Agreement, Explanation } from '../../preload/vocabulary';
import { ask, problemOf } from '../ask';

/** How far the maps that are compared agree: asked once for each set of maps. */
export class Agreements {
  #known = $state.raw<Readonly<Record<string, Agreement>>>({});
  #key = $state('');
  /** Why it could not be told; '' otherwise. */
  failure = $state('');

  /** That of the maps that were wanted last; null while it is not known. */
  get agreement(): Agreement | null {
    return this.#known[this.#key] ?? null;
  }

  /** Compares explanations of one slice; fewer than two have nothing to agree about. */
  async want(explanations: readonly Pick<Explanation, 'id'>[]): Promise<void> {
    const explanationIds = explanations.map(({ id }) => id);
    const key = explanationIds.length < 2 ? '' : explanationIds.join();
    this.#key = key;
    this.failure = '';
    if (key === '' || this.agreement) return;
    try {
      const agreement = await ask('agreement', { explanationIds });
      this.#known = { ...this.#known, [key]: agreement };
    } catch (thrown) {
      if (this.#key === key) this.failure = problemOf(thrown).message;
    }
  }
}
