import type { LayersModel } from '@tensorflow/tfjs-node';
import type { TargetLayer } from '../../preload/vocabulary';
import { messageOf, PersonError } from '../process/errors';
import type { ModelFolder } from './folder';
import { layersEnds } from './layers-ends';
import { endInLogits } from './layers-head';
import { giveScales } from './layers-scale';
import { tailAbove } from './layers-tail';
import { leavesOf, type NamedLayer, withCalls } from './layers-walk';
import type { Network } from './network';
import type { Tensor, Tf } from './tensorflow';

/** Layers that weight positions by what lies at other positions. Dot multiplies two outcomes, as queries and keys. */
const attention = new Set(['MultiHeadAttention', 'Attention', 'AdditiveAttention', 'Dot']);
/** Their rank 4 need not be rows × columns × channels. */
const rearranging = new Set(['Reshape', 'Permute']);

async function load(tf: Tf, { folder, artifacts }: ModelFolder): Promise<LayersModel> {
  try {
    return await tf.loadLayersModel(tf.io.fromMemory(artifacts));
  } catch (thrown) {
    throw new PersonError(
      `The model in ${folder} cannot be built by TensorFlow.js (${messageOf(thrown).split('\n')[0]}); save or convert it again.`,
    );
  }
}

interface Survey {
  readonly layers: TargetLayer[];
  readonly mixing: string;
}

/** One pass over an empty input: which layers hold rows and columns. A layer used twice has no single map: left out. */
function survey(tf: Tf, leaves: readonly NamedLayer[], run: () => Tensor): Survey {
  const found = new Map<string, TargetLayer>();
  const calls = new Map<string, number>();
  let mixing = '';
  const watch = ({ name, layer }: NamedLayer, compute: () => Tensor): Tensor => {
    const output = compute();
    calls.set(name, (calls.get(name) ?? 0) + 1);
    const kind = layer.getClassName();
    if (attention.has(kind)) mixing = name;
    const [, rows, columns, channels] = output.shape;
    if (rearranging.has(kind) || output.rank !== 4 || rows! < 2 || columns! < 2) return output;
    found.set(name, { name, kind, rows: rows!, columns: columns!, channels: channels! });
    mixing = '';
    return output;
  };
  tf.tidy(() => void withCalls(leaves, watch, run));
  return { layers: [...found.values()].filter(({ name }) => calls.get(name) === 1), mixing };
}

/** A LayersModel as a network. Throws PersonError where it cannot be built or does not fit its card. */
export async function layersNetwork(tf: Tf, folder: ModelFolder): Promise<Network> {
  const whole = await load(tf, folder);
  const made = giveScales(tf, leavesOf(whole));
  const dispose = (): void => {
    tf.dispose(made);
    whole.dispose();
  };
  try {
    const { model, feeds, shape, constants } = layersEnds(tf, whole, folder);
    made.push(...constants);
    const leaves = leavesOf(model);
    endInLogits(tf, model, folder.folder);
    const logits = (input: Tensor): Tensor => {
      const output = model.call(feeds(input), { training: false });
      return Array.isArray(output) ? output[0]! : output;
    };
    const found = survey(tf, leaves, () => logits(tf.zeros([...shape])));
    return {
      ...found,
      logits,
      watched(input, seen) {
        const names = new Set(found.layers.map(({ name }) => name));
        const show = ({ name }: NamedLayer, compute: () => Tensor): Tensor => {
          const output = compute();
          if (names.has(name)) seen(name, output);
          return output;
        };
        return withCalls(leaves, show, () => logits(input));
      },
      tail: (input, name) => tailAbove(tf, leaves, name, () => logits(input)),
      dispose,
    };
  } catch (thrown) {
    dispose();
    throw thrown;
  }
}
