import type { Model, Reached, ReachedWithGradient, Weights } from '../model/port';
import { sameNumbers } from '../model/same-numbers';
import type { PassesMade } from './passes';

/** The passes of one input that were made beforehand, one a layer: what was run for many is not run again for each. */
export class GivenPass implements PassesMade {
  constructor(private readonly given: readonly [ReachedWithGradient, ...ReachedWithGradient[]]) {}

  reach(model: Model, input: Float32Array, layer: string): Reached {
    return this.given.find((pass) => pass.layer === layer) ?? model.reach(input, layer);
  }

  withGradient(model: Model, input: Float32Array, layer: string, weights: Weights): ReachedWithGradient {
    const pass = this.given.find((candidate) => candidate.layer === layer);
    if (!pass || weights === 'top') return model.reachWithGradient(input, layer, weights);
    if (sameNumbers(pass.weights, weights)) return pass;
    return { ...pass, gradient: model.gradientAbove(pass, weights), weights };
  }

  logitsOf(): Float32Array {
    return this.given[0].logits;
  }
}
