import type { Model } from '../../main/model/port';

/** A model, and what it was run on and differentiated at: one array a call, inputs one after the other. */
export interface Recorded {
  readonly model: Model;
  readonly ran: readonly Float32Array[];
  readonly differentiated: readonly Float32Array[];
}

/** A model that keeps what it is given: the noise, masks and paths that a method has drawn, for a peer to use. */
export function recorded(model: Model): Recorded {
  const ran: Float32Array[] = [];
  const differentiated: Float32Array[] = [];
  const keep = (list: Float32Array[], inputs: Float32Array): Float32Array => {
    list.push(inputs.slice());
    return inputs;
  };
  return {
    ran,
    differentiated,
    model: {
      ...model,
      run: (inputs) => model.run(keep(ran, inputs)),
      inputGradient: (inputs, weights) => model.inputGradient(keep(differentiated, inputs), weights),
    },
  };
}

/** The same for whom nothing needs to be kept, which would be much where many inputs are run. */
export const unrecorded = (model: Model): Recorded => ({ model, ran: [], differentiated: [] });
