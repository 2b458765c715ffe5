import type { LayersModel } from '@tensorflow/tfjs-node';
import { messageOf, PersonError } from '../process/errors';
import type { ModelFolder } from './folder';
import { layersEnds } from './layers-ends';
import { endInLogits } from './layers-head';
import { giveScales } from './layers-scale';
import { tailAbove } from './layers-tail';
import { LayersSurvey } from './layers-survey';
import { leavesOf, type NamedLayer, withCalls } from './layers-walk';
import type { Network } from './network';
import type { Tensor, Tf } from './tensorflow';

async function load(tf: Tf, { folder, artifacts }: ModelFolder): Promise<LayersModel> {
  try {
    return await tf.loadLayersModel(tf.io.fromMemory(artifacts));
  } catch (thrown) {
    throw new PersonError(
      `The model in ${folder} cannot be built by TensorFlow.js (${messageOf(thrown).split('\n')[0]}); save or convert it again.`,
    );
  }
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
    // The first pass that is watched tells of the layers: one for that alone would take a tenth of the loading.
    let survey: LayersSurvey | null = null;
    const watched: Network['watched'] = (input, seen) => {
      const noted = new LayersSurvey();
      const show = (leaf: NamedLayer, compute: () => Tensor): Tensor => {
        const output = compute();
        if (noted.note(leaf, output)) seen(leaf.name, output);
        return output;
      };
      const output = withCalls(leaves, show, () => logits(input));
      survey ??= noted;
      return output;
    };
    const known = (): LayersSurvey => {
      if (!survey) tf.tidy(() => void watched(tf.zeros([...shape]), () => undefined));
      return survey!;
    };
    return {
      get layers() {
        return known().layers;
      },
      get mixing() {
        return known().mixing;
      },
      logits,
      watched,
      tail: (input, name) => tailAbove(tf, leaves, name, () => logits(input)),
      dispose,
    };
  } catch (thrown) {
    dispose();
    throw thrown;
  }
}
