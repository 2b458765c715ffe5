import type { ClassMap, ClassMapsQuestion, MethodSummary, SliceReference } from '../../preload/vocabulary';
import { ask, newRequestId, problemOf } from '../ask';

/** What the maps of all classes are made of. */
export interface ClassMapsWish {
  readonly path: string;
  readonly of: SliceReference;
  readonly question: ClassMapsQuestion;
}

/** Why a question has no maps of all classes, in plain words; '' where it has. */
export function whyNoClassMaps(
  { needs, name }: MethodSummary,
  layers: readonly string[],
  problem: string,
): string {
  if (needs !== 'layer-gradient')
    return `${name} explains one class at a time: choose a method that works on a layer's gradient, such as Grad-CAM.`;
  if (problem) return problem;
  return layers.length > 1 ? 'The maps of all classes are of one layer: choose one.' : '';
}

/** The maps of the classes in the list on the slice on screen, once they are wanted; the last wish wins. */
export class ClassMaps {
  /** Whether the reviewer wants to see them. */
  shown = $state(false);
  /** None while they are asked for, so that no map stands beside another slice's scores. */
  maps = $state.raw<readonly ClassMap[]>([]);
  /** Why there are none, or ''. */
  failure = $state('');
  /** The largest value in any of them: the one scale that all are drawn on. */
  readonly peak = $derived(Math.max(0, ...this.maps.map(({ peak }) => peak)));
  #wish = '';
  #request = '';

  /** The map of a class; null where it is not there. */
  of(classIndex: number): ClassMap | null {
    return this.maps.find((map) => map.classIndex === classIndex) ?? null;
  }

  /** Asks for the maps of a slice, unless they are there or on their way; null gives them up. */
  async want(wish: ClassMapsWish | null): Promise<void> {
    const text = wish ? JSON.stringify(wish) : '';
    if (text === this.#wish) return;
    this.#giveUp();
    this.#wish = text;
    if (wish) await this.#ask(wish);
  }

  #giveUp(): void {
    if (this.#request) void ask('cancel', { requestId: this.#request });
    this.#request = '';
    this.maps = [];
    this.failure = '';
  }

  async #ask(wish: ClassMapsWish): Promise<void> {
    const requestId = newRequestId();
    this.#request = requestId;
    try {
      const maps = await ask('classMaps', { requestId, ...wish });
      if (this.#request === requestId) this.maps = maps;
    } catch (thrown) {
      if (this.#request === requestId) this.failure = problemOf(thrown).message;
    } finally {
      if (this.#request === requestId) this.#request = '';
    }
  }
}
