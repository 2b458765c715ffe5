import type { GraphModel } from '@tensorflow/tfjs-node';
import { messageOf, PersonError } from '../process/errors';
import type { ModelFolder } from './folder';
import { type GraphNode, logitsNode, nodeOf, orderOf } from './graph-nodes';
import { type GraphSurvey, surveyGraph } from './graph-survey';
import type { Network } from './network';
import { inputShapeFor } from './shape';
import type { Tensor, Tf } from './tensorflow';

async function load(tf: Tf, { folder, artifacts }: ModelFolder): Promise<GraphModel> {
  let model: GraphModel;
  try {
    model = await tf.loadGraphModel(tf.io.fromMemory(artifacts));
  } catch (thrown) {
    throw new PersonError(
      `The model in ${folder} cannot be built by TensorFlow.js (${messageOf(thrown).split('\n')[0]}); convert it again.`,
    );
  }
  if (model.inputs.length === 1 && model.outputs.length === 1) return model;
  model.dispose();
  throw new PersonError(
    `The model in ${folder} has ${model.inputs.length} inputs and ${model.outputs.length} outputs; one of each is needed.`,
  );
}

/** Shapes of the nodes' outputs in one pass over an empty input. */
function survey(tf: Tf, model: GraphModel, order: GraphNode[], shape: number[], folder: string): GraphSurvey {
  const input = order[0]!;
  const names = order.slice(1).map(({ name }) => name);
  try {
    const shapes: number[][] = [shape];
    tf.tidy(() => {
      const outputs = [model.execute({ [input.name]: tf.zeros(shape) }, names)].flat() as Tensor[];
      shapes.push(...outputs.map((output) => output.shape));
    });
    return surveyGraph(order, shapes, input);
  } catch (thrown) {
    throw new PersonError(
      `The model in ${folder} does not run (${messageOf(thrown).split('\n')[0]}); convert it again as a frozen graph without control flow.`,
    );
  }
}

/** A GraphModel as a network. Throws PersonError where it cannot be built or does not fit its card. */
export async function graphNetwork(tf: Tf, folder: ModelFolder): Promise<Network> {
  const model = await load(tf, folder);
  try {
    const input = nodeOf(model, model.inputNodes[0]!);
    const end = logitsNode(nodeOf(model, model.outputNodes[0]!), folder.folder);
    const { rows, columns, channels } = folder.card.input;
    const shape = inputShapeFor(folder, model.inputs[0]!.shape ?? [1, rows, columns, channels]);
    const order = orderOf(end, input);
    const logits = (inputs: Record<string, Tensor>): Tensor => model.execute(inputs, end.name) as Tensor;
    const found = survey(tf, model, order, shape, folder.folder);
    return {
      ...found,
      logits: (values) => logits({ [input.name]: values.reshape(shape) }),
      watched(values, seen) {
        const names = found.layers.map(({ name }) => name);
        const image = { [input.name]: values.reshape(shape) };
        const outputs = [model.execute(image, [...names, end.name])].flat() as Tensor[];
        names.forEach((name, index) => seen(name, outputs[index]!));
        return outputs.at(-1)!;
      },
      tail(values, layer) {
        const image = (): Record<string, Tensor> => ({ [input.name]: values.reshape(shape) });
        const at = tf.tidy(() => model.execute(image(), layer) as Tensor);
        // The image goes along for what bypasses the layer (a target inside a residual branch).
        return {
          at,
          from: (value) => logits({ ...image(), [layer]: value }),
          dispose: () => at.dispose(),
        };
      },
      dispose: () => model.dispose(),
    };
  } catch (thrown) {
    model.dispose();
    throw thrown;
  }
}
