import type { Model, Reached, ReachedWithGradient, Weights } from '../model/port';
import { sameNumbers } from '../model/same-numbers';

/** A pass that was kept, and whose. */
interface Kept {
  readonly model: Model;
  readonly reached: Reached;
}

/** What a question asks of passes, whoever ran them. */
export type PassesMade = Pick<Passes, keyof Passes>;

const passesKept = 8;

/**
 * The last forward passes. Another class, or another method, of the same input at the same layer runs only what lies
 * above the layer. Inputs are compared value by value, so a file that was replaced meanwhile is another input.
 */
export class Passes {
  #kept: Kept[] = [];

  /** The pass of an input up to a layer. */
  reach(model: Model, input: Float32Array, layer: string): Reached {
    return this.#of(model, input, layer) ?? this.#keep(model, model.reach(input, layer));
  }

  /** The same with its gradient. */
  withGradient(model: Model, input: Float32Array, layer: string, weights: Weights): ReachedWithGradient {
    const kept = this.#of(model, input, layer);
    if (kept && weights !== 'top') return { ...kept, gradient: model.gradientAbove(kept, weights), weights };
    const reached = model.reachWithGradient(input, layer, weights);
    this.#keep(model, reached);
    return reached;
  }

  /** The logits of an input whose pass was kept, whichever the layer; null where none was. */
  logitsOf(model: Model, input: Float32Array): Float32Array | null {
    return (
      this.#kept.find((kept) => kept.model === model && sameNumbers(kept.reached.inputs, input))?.reached
        .logits ?? null
    );
  }

  #of(model: Model, input: Float32Array, layer: string): Reached | null {
    const found = this.#kept.find(
      (kept) =>
        kept.model === model && kept.reached.layer === layer && sameNumbers(kept.reached.inputs, input),
    );
    // The one that was not used for longest goes first.
    if (found) this.#kept = [found, ...this.#kept.filter((kept) => kept !== found)];
    return found?.reached ?? null;
  }

  #keep(model: Model, { layer, count, inputs, logits, activation, shape, beside }: Reached): Reached {
    const reached = { layer, count, inputs, logits, activation, shape, beside };
    this.#kept = [{ model, reached }, ...this.#kept].slice(0, passesKept);
    return reached;
  }
}
