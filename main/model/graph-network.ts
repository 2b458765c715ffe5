import type { GraphModel } from '@tensorflow/tfjs-node';
import { messageOf, PersonError } from '../process/errors';
import type { ModelFolder } from './folder';
import { type GraphEnds, graphEnds } from './graph-ends';
import { orderOf } from './graph-nodes';
import { type GraphSurvey, surveyGraph } from './graph-survey';
import type { Network } from './network';
import type { Tensor, Tf } from './tensorflow';

async function load(tf: Tf, { folder, artifacts }: ModelFolder): Promise<GraphModel> {
  try {
    return await tf.loadGraphModel(tf.io.fromMemory(artifacts));
  } catch (thrown) {
    throw new PersonError(
      `The model in ${folder} cannot be built by TensorFlow.js (${messageOf(thrown).split('\n')[0]}); convert it again.`,
    );
  }
}

type Execute = (image: Tensor, nodes: readonly string[], more?: Record<string, Tensor>) => Tensor[];

/** Shapes of the nodes' outputs in one pass over an empty input. */
function survey(tf: Tf, { input, logits, shape }: GraphEnds, execute: Execute, folder: string): GraphSurvey {
  const order = orderOf(logits, input);
  const names = order.slice(1).map(({ name }) => name);
  try {
    const shapes: number[][] = [shape];
    tf.tidy(() => shapes.push(...execute(tf.zeros(shape), names).map((output) => output.shape)));
    return surveyGraph(order, shapes, input);
  } catch (thrown) {
    throw new PersonError(
      `The model in ${folder} does not run (${messageOf(thrown).split('\n')[0]}); convert it again as a frozen graph without control flow.`,
    );
  }
}

/** Runs a graph from the image to any of its nodes; more nodes may be given values in place of what they compute. */
const executor =
  (model: GraphModel, { input, shape, constants }: GraphEnds): Execute =>
  (image, nodes, more) =>
    [
      model.execute({ ...constants, [input.name]: image.reshape(shape), ...more }, [...nodes]),
    ].flat() as Tensor[];

function networkOf(tf: Tf, ends: GraphEnds, execute: Execute, found: GraphSurvey): Omit<Network, 'dispose'> {
  const end = ends.logits.name;
  return {
    ...found,
    logits: (image) => execute(image, [end])[0]!,
    watched(image, seen) {
      const names = found.layers.map(({ name }) => name);
      const outputs = execute(image, [...names, end]);
      names.forEach((name, index) => seen(name, outputs[index]!));
      return outputs.at(-1)!;
    },
    tail(image, layer) {
      const at = tf.tidy(() => execute(image, [layer])[0]!);
      // The image goes along for what bypasses the layer (a target inside a residual branch).
      const from = (value: Tensor): Tensor => execute(image, [end], { [layer]: value })[0]!;
      return { at, from, dispose: () => at.dispose() };
    },
  };
}

/** A GraphModel as a network. Throws PersonError where it cannot be built or does not fit its card. */
export async function graphNetwork(tf: Tf, folder: ModelFolder): Promise<Network> {
  const model = await load(tf, folder);
  let constants: GraphEnds['constants'] = {};
  const dispose = (): void => {
    tf.dispose(Object.values(constants));
    model.dispose();
  };
  try {
    const ends = graphEnds(tf, model, folder);
    constants = ends.constants;
    const execute = executor(model, ends);
    return { ...networkOf(tf, ends, execute, survey(tf, ends, execute, folder.folder)), dispose };
  } catch (thrown) {
    dispose();
    throw thrown;
  }
}
