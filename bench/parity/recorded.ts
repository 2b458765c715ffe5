import type { Model } from '../../main/model/port';

/** A model that keeps what it is run on: the noise, masks and paths that a method has drawn, for a peer to use. */
export function recorded(model: Model): { model: Model; ran: Float32Array[] } {
  const ran: Float32Array[] = [];
  const keep = (inputs: Float32Array): Float32Array => {
    ran.push(inputs.slice());
    return inputs;
  };
  return {
    ran,
    model: {
      ...model,
      run: (inputs) => model.run(keep(inputs)),
      inputGradient: (inputs, weights) => model.inputGradient(keep(inputs), weights),
    },
  };
}
