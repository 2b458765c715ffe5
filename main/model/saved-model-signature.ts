import { messageOf, PersonError } from '../process/errors';
import { constantsFor, explainedOutput, imageInput, type InputEnd } from './ends';
import type { CheckedFolder } from './folder';
import { inputShapeFor } from './shape';
import type { Tensor, Tf } from './tensorflow';

/** A tensor of a signature as tfjs-node reads it from saved_model.pb; its types promise plain numbers for sizes. */
interface Told {
  readonly dtype: string;
  readonly tfDtype: string;
  readonly shape: readonly { getSize(): number }[];
}

interface Signature {
  readonly inputs: Readonly<Record<string, Told>>;
  readonly outputs: Readonly<Record<string, Told>>;
}

/** Where an image goes into a signature and where its answer comes out. */
export interface SignatureEnds {
  readonly input: string;
  readonly output: string;
  /** Shape in which one image is taken. */
  readonly shape: readonly number[];
  /** Whether several images may be run at once. */
  readonly batches: boolean;
  /** By key: what the other inputs are fed. The caller frees them. */
  readonly constants: Readonly<Record<string, Tensor>>;
}

/** The tag that TensorFlow gives to what is meant to be run. */
export const servingTag = 'serve';

async function signatureOf(tf: Tf, { folder, card }: CheckedFolder): Promise<Signature> {
  let graphs: readonly { tags: string[]; signatureDefs: object }[];
  try {
    graphs = await tf.node.getMetaGraphsFromSavedModel(folder);
  } catch (thrown) {
    throw new PersonError(
      `The saved_model.pb of ${folder} is no SavedModel (${messageOf(thrown).split('\n')[0]}); save the model again.`,
    );
  }
  const served = graphs.find(({ tags }) => tags.length === 1 && tags[0] === servingTag);
  const signatures = (served?.signatureDefs ?? {}) as Record<string, Signature>;
  const found = signatures[card.signature];
  if (found) return found;
  const names = Object.keys(signatures).join(', ') || 'none';
  throw new PersonError(
    `The SavedModel in ${folder} has no signature "${card.signature}" to serve (there is: ${names}); correct signature in card.json.`,
  );
}

const endsOf = (told: Signature['inputs']): (InputEnd & { readonly tfDtype: string })[] =>
  Object.entries(told).map(([key, { dtype, tfDtype, shape }]) => ({
    names: [key],
    dtype,
    tfDtype,
    shape: shape.map((size) => size.getSize()),
  }));

/** Picks the ends of a SavedModel as the card says. Throws PersonError where it does not say enough, or wrong. */
export async function signatureEnds(tf: Tf, folder: CheckedFolder): Promise<SignatureEnds> {
  const signature = await signatureOf(tf, folder);
  const outputs = Object.keys(signature.outputs);
  const output = explainedOutput(
    folder,
    outputs.map((name) => [name]),
  );
  const inputs = endsOf(signature.inputs);
  const image =
    inputs[
      imageInput(
        folder,
        inputs.map(({ names }) => names),
      )
    ]!;
  if (image.tfDtype !== 'DT_FLOAT')
    throw new PersonError(
      `The SavedModel in ${folder.folder} takes its image as ${image.tfDtype}; save it with a signature that takes float32.`,
    );
  const { rows, columns, channels } = folder.card.input;
  const shape = inputShapeFor(folder, image.shape.length > 0 ? image.shape : [1, rows, columns, channels]);
  const others = inputs.filter((other) => other !== image);
  const constants = constantsFor(tf, folder, others);
  return {
    input: image.names[0]!,
    output: outputs[output]!,
    shape,
    // What the others are fed is of one image.
    batches: others.length === 0 && (image.shape[0] ?? -1) < 0,
    constants: Object.fromEntries(others.map(({ names }, index) => [names[0]!, constants[index]!])),
  };
}
