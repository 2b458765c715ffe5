import type { LayersModel, SymbolicTensor } from '@tensorflow/tfjs-node';
import { PersonError } from '../process/errors';
import { constantsFor, explainedOutput, imageInput } from './ends';
import type { ModelFolder } from './folder';
import { inputShapeFor } from './shape';
import type { Tensor, Tf } from './tensorflow';

/** The part of a LayersModel that leads to the explained output, and what its inputs are fed. */
export interface LayersEnds {
  readonly model: LayersModel;
  /** The inputs in the model's order: the image reshaped, the others constant. */
  readonly feeds: (image: Tensor) => Tensor[];
  /** Shape in which the model takes one image. */
  readonly shape: readonly number[];
  /** What the other inputs are fed. The caller frees them. */
  readonly constants: readonly Tensor[];
}

/** By the layer that gives it: a Sequential keeps no names of its ends. */
const nameOf = ({ sourceLayer }: SymbolicTensor): string => sourceLayer.name;

/** All symbolic tensors that lead to one, it included. */
function behind(tensor: SymbolicTensor, found = new Set<SymbolicTensor>()): Set<SymbolicTensor> {
  if (found.has(tensor)) return found;
  found.add(tensor);
  for (const input of tensor.inputs) behind(input, found);
  return found;
}

/** A model over some of the inputs and one output; the layers are those of the whole. */
function partOf(tf: Tf, whole: LayersModel, inputs: SymbolicTensor[], output: SymbolicTensor): LayersModel {
  if (whole.inputs.length === inputs.length && whole.outputs.length === 1) return whole;
  return tf.model({ inputs, outputs: output });
}

/** Picks the ends of a model as the card says. Throws PersonError where it does not say enough, or wrong. */
export function layersEnds(tf: Tf, whole: LayersModel, folder: ModelFolder): LayersEnds {
  const named = (tensors: readonly SymbolicTensor[]): string[][] => tensors.map((end) => [nameOf(end)]);
  const output = whole.outputs[explainedOutput(folder, named(whole.outputs))]!;
  const image = whole.inputs[imageInput(folder, named(whole.inputs))]!;
  const needed = behind(output);
  if (!needed.has(image))
    throw new PersonError(
      `The output ${nameOf(output)} of the model in ${folder.folder} does not depend on its input ${nameOf(image)}; correct inputName or outputName in card.json.`,
    );
  const shape = inputShapeFor(folder, image.shape);
  const used = whole.inputs.filter((input) => needed.has(input));
  const others = used.filter((input) => input !== image);
  const constants = constantsFor(
    tf,
    folder,
    others.map((other) => ({ names: [nameOf(other)], shape: other.shape, dtype: other.dtype })),
  );
  const feeds = (value: Tensor): Tensor[] =>
    constants.toSpliced(used.indexOf(image), 0, value.reshape(shape));
  return { model: partOf(tf, whole, used, output), feeds, shape, constants };
}
