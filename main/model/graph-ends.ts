import type { GraphModel } from '@tensorflow/tfjs-node';
import { PersonError } from '../process/errors';
import { constantsFor, explainedOutput, imageInput, type InputEnd } from './ends';
import type { ModelFolder } from './folder';
import { behind, type GraphNode, logitsNode, nodeOf } from './graph-nodes';
import { inputShapeFor } from './shape';
import type { Tensor, Tf } from './tensorflow';

/** Where an image goes into a graph and where its logits come out. */
export interface GraphEnds {
  readonly input: GraphNode;
  /** Shape in which the graph takes one image. */
  readonly shape: number[];
  readonly logits: GraphNode;
  /** By node: what the other inputs are fed. The caller frees them. */
  readonly constants: Readonly<Record<string, Tensor>>;
}

interface NodeEnd extends InputEnd {
  readonly node: GraphNode;
}

/** A node with its key in the signature first, as that is what its maker called it. */
const named = (model: GraphModel, name: string) => {
  const node = nodeOf(model, name);
  return { node, names: [name.replace(/:\d+$/, ''), name, node.name] };
};

const inputsOf = (model: GraphModel): NodeEnd[] =>
  model.inputs.map(({ shape, dtype }, index) => ({
    ...named(model, model.inputNodes[index]!),
    shape: shape ?? [],
    dtype,
  }));

/** Picks the ends of a graph as the card says. Throws PersonError where it does not say enough, or wrong. */
export function graphEnds(tf: Tf, model: GraphModel, folder: ModelFolder): GraphEnds {
  const outputs = model.outputNodes.map((name) => named(model, name));
  const output =
    outputs[
      explainedOutput(
        folder,
        outputs.map(({ names }) => names),
      )
    ]!;
  const inputs = inputsOf(model);
  const names = inputs.map((input) => input.names);
  const input = inputs[imageInput(folder, names)]!;
  const needed = behind(output.node);
  if (!needed.has(input.node.name))
    throw new PersonError(
      `The output ${output.names[0]} of the model in ${folder.folder} does not depend on its input ${input.names[0]}; correct inputName or outputName in card.json.`,
    );
  const { rows, columns, channels } = folder.card.input;
  const shape = inputShapeFor(folder, input.shape.length > 0 ? input.shape : [1, rows, columns, channels]);
  const logits = logitsNode(output.node, folder.folder);
  const others = inputs.filter((other) => other !== input && needed.has(other.node.name));
  const constants = constantsFor(tf, folder, others);
  return {
    input: input.node,
    shape,
    logits,
    constants: Object.fromEntries(others.map(({ node }, index) => [node.name, constants[index]!])),
  };
}
