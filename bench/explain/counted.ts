import type { Model } from '../../main/model/port';

/** A model that counts its forward passes from the input on; what runs only above a layer is not one. */
export function counted(model: Model): { model: Model; passes(): number } {
  let passes = 0;
  const count = <Result>(result: Result): Result => {
    passes++;
    return result;
  };
  return {
    passes: () => passes,
    model: {
      ...model,
      run: (inputs) => count(model.run(inputs)),
      reach: (inputs, layer) => count(model.reach(inputs, layer)),
      reachWithGradient: (inputs, layer, weights) => count(model.reachWithGradient(inputs, layer, weights)),
      inputGradient: (inputs, weights) => count(model.inputGradient(inputs, weights)),
    },
  };
}
