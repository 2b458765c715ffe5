import { messageOf, PersonError } from '../process/errors';
import { checkUnits, targetOf } from './fit';
import type { CheckedFolder } from './folder';
import { checked } from './model';
import type { Model, Runner } from './port';
import { checkSavedModel } from './saved-model-files';
import { outputFault, unitLogits } from './saved-model-logits';
import { servingTag, type SignatureEnds, signatureEnds } from './saved-model-signature';
import { classLogits } from './scores';
import { joined, rowsOf } from './stacked';
import type { Tensor, Tf } from './tensorflow';

/** A SavedModel in a TensorFlow session of its own. */
interface Served {
  predict(inputs: Record<string, Tensor>): Record<string, Tensor>;
  dispose(): void;
}

async function open(tf: Tf, { folder, card }: CheckedFolder): Promise<Served> {
  try {
    return (await tf.node.loadSavedModel(folder, [servingTag], card.signature)) as unknown as Served;
  } catch (thrown) {
    throw new PersonError(
      `The SavedModel in ${folder} cannot be loaded (${messageOf(thrown).split('\n')[0]}); save it again.`,
    );
  }
}

/** The output units of n inputs, n × units; one after the other where the model takes one at a time. */
function unitsOf(tf: Tf, served: Served, ends: SignatureEnds, inputs: Float32Array): Float32Array {
  const { input, output, shape, constants, batches } = ends;
  const size = shape.reduce((a, b) => a * b);
  const one = (values: Float32Array): Float32Array => {
    const image = tf.tensor(values, [values.length / size, ...shape.slice(1)]);
    let outputs: Record<string, Tensor> = {};
    try {
      outputs = served.predict({ ...constants, [input]: image });
      return Float32Array.from(outputs[output]!.dataSync());
    } finally {
      tf.dispose([image, outputs]);
    }
  };
  return batches ? one(inputs) : joined(rowsOf(inputs, size).map(one));
}

const problem = (name: string): string =>
  `${name} is a SavedModel, whose inside cannot be looked into from here, so neither its layers nor gradients can be had; occlusion, LIME and RISE can be used.`;

/** A runner that knows nothing but the answers. */
function runnerOf({ card }: CheckedFolder, units: (inputs: Float32Array) => Float32Array): Runner {
  const { rows, columns, channels } = card.input;
  const size = rows * columns * channels;
  const refuse = (): never => {
    throw new PersonError(problem(card.name));
  };
  return {
    run(inputs) {
      const values = unitLogits(units(inputs), card.output);
      const each = rowsOf(values, (values.length * size) / inputs.length);
      return joined(each.map((row) => Float32Array.from(classLogits([...row], card.classes.length))));
    },
    reach: refuse,
    reachWithGradient: refuse,
    gradientAbove: refuse,
    runAbove: refuse,
    inputGradient: refuse,
  };
}

/** Images whose passes are let into memory at once; what a pass takes is not known, so 100 times the image is assumed. */
function batchOf({ card }: CheckedFolder, { batches }: SignatureEnds): number {
  const { rows, columns, channels } = card.input;
  const bytes = 100 * 4 * rows * columns * channels;
  return batches ? Math.max(1, Math.min(16, Math.floor((512 * 2 ** 20) / bytes))) : 1;
}

/** Number of output units, by an answer to an empty input that is held to what the card says of it. */
function probe(folder: CheckedFolder, units: (inputs: Float32Array) => Float32Array): number {
  const { card } = folder;
  const { rows, columns, channels } = card.input;
  const answer = units(new Float32Array(rows * columns * channels));
  checkUnits(folder, answer.length);
  const fault = outputFault(answer, card.output);
  if (fault)
    throw new PersonError(
      `The SavedModel in ${folder.folder} answers with ${fault}, which no ${card.output} gives; correct output in card.json.`,
    );
  return answer.length;
}

/**
 * The SavedModel of a folder: its answers alone, as it has no tape and its layers are not known. Throws PersonError
 * where its weights are not those of the card, where it cannot be loaded, or does not fit the card.
 */
export async function savedModel(tf: Tf, folder: CheckedFolder): Promise<Model> {
  const { card } = folder;
  await checkSavedModel(folder);
  const targetLayer = targetOf(folder, { layers: [], mixing: '' });
  const ends = await signatureEnds(tf, folder);
  let served: Served | null = null;
  const dispose = (): void => {
    tf.dispose(Object.values(ends.constants));
    served?.dispose();
  };
  try {
    const session = (served = await open(tf, folder));
    const units = (inputs: Float32Array): Float32Array => unitsOf(tf, session, ends, inputs);
    const unseen = problem(card.name);
    return {
      ...checked(runnerOf(folder, units), { card, layers: [] }),
      folder: folder.folder,
      format: 'saved-model',
      card,
      units: probe(folder, units),
      layers: [],
      targetLayer,
      problems: {
        'layer-gradient': unseen,
        layer: unseen,
        'input-gradient': unseen,
        scores: '',
        nothing: '',
      },
      engine: { kind: 'saved-model', reason: '' },
      batch: batchOf(folder, ends),
      dispose,
    };
  } catch (thrown) {
    dispose();
    throw thrown;
  }
}
