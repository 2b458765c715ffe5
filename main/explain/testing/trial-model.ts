import { seededRandom } from '../../dicom/testing/random';
import { loadModel } from '../../model/load';
import type { Model, Runner } from '../../model/port';
import { layersFolder, sampleCard } from '../../model/sample';
import { resnet18 } from '../../model/testing/zoo/resnet18';
import { sourceOfInput, type Source } from '../source';

const small = { size: 64, width: 0.25, classes: 5 };
const range = { kind: 'values', min: 0, max: 1 } as const;
const input = { rows: small.size, columns: small.size, channels: 3, range, resize: 'stretch' } as const;

/** A narrow ResNet-18 with seeded weights, loaded from its folder as the application does. */
export async function trialModel(): Promise<Model> {
  return loadModel(await layersFolder(resnet18(small), sampleCard(small.classes, small.size, { input })));
}

/** So many seeded inputs, each another. */
export const trialSources = ({ card }: Model, count: number): Source[] =>
  Array.from({ length: count }, (_, index) => {
    const random = seededRandom(index + 1);
    return sourceOfInput(card, Float32Array.from({ length: 64 * 64 * 3 }, random));
  });

/** The same model, and the names of the calls that its runner got. */
export function listening(model: Model): { readonly model: Model; readonly calls: (keyof Runner)[] } {
  const calls: (keyof Runner)[] = [];
  const told = {
    run: (x) => (calls.push('run'), model.run(x)),
    reach: (x, layer) => (calls.push('reach'), model.reach(x, layer)),
    reachWithGradient: (x, layer, w) => (
      calls.push('reachWithGradient'),
      model.reachWithGradient(x, layer, w)
    ),
    gradientAbove: (reached, w) => (calls.push('gradientAbove'), model.gradientAbove(reached, w)),
    runAbove: (reached, a) => (calls.push('runAbove'), model.runAbove(reached, a)),
    inputGradient: (x, w) => (calls.push('inputGradient'), model.inputGradient(x, w)),
  } satisfies Runner;
  return { model: { ...model, ...told }, calls };
}
