import { freemem } from 'node:os';
import type { LoadedModel, MethodNeed } from '../../preload/vocabulary';
import { PersonError } from '../process/errors';
import { compile, type Compiled } from './compile/compile';
import { traceOf } from './compile/trace';
import { type EagerContext, eagerRunner } from './eager-runner';
import { allFinite } from './finite';
import { camProblemOf, checkUnits, gradientProblemOf, targetOf } from './fit';
import type { ModelFolder } from './folder';
import type { Network } from './network';
import type { Model, Runner } from './port';
import type { Tf } from './tensorflow';

/** Memory that the activations of a pass may take at most: this, or a quarter of what is free. */
const batchBytes = 2 ** 30;
/** Of a convolution, its normalisation and its activation, a pass keeps one. */
const keptOf = 1 / 3;
const largestBatch = 16;

type Checked = Pick<Model, keyof Runner>;

/** Refuses what does not fit before TensorFlow has to, and logits that are no numbers. */
export function checked(runner: Runner, { card, layers }: Pick<Model, 'card' | 'layers'>): Checked {
  const { rows, columns, channels } = card.input;
  const size = rows * columns * channels;
  const input = (values: Float32Array): Float32Array => {
    if (values.length > 0 && values.length % size === 0) return values;
    throw new PersonError(
      `${card.name} takes inputs of ${rows} × ${columns} × ${channels} values, not ${values.length}; prepare them anew.`,
    );
  };
  const layer = (name: string): string => {
    if (layers.some((candidate) => candidate.name === name)) return name;
    throw new PersonError(
      `${card.name} has no spatial layer named "${name}"; choose one of its target layers.`,
    );
  };
  const numbers = (logits: Float32Array): Float32Array => {
    if (allFinite(logits)) return logits;
    throw new PersonError(
      `${card.name} answers with values that are no numbers; check its weights and its input range.`,
    );
  };
  const answered = <Answer extends { readonly logits: Float32Array }>(answer: Answer): Answer => {
    numbers(answer.logits);
    return answer;
  };
  return {
    run: (inputs) => numbers(runner.run(input(inputs))),
    reach: (inputs, name) => answered(runner.reach(input(inputs), layer(name))),
    reachWithGradient: (inputs, name, weights) =>
      answered(runner.reachWithGradient(input(inputs), layer(name), weights)),
    gradientAbove: (reached, weights) => runner.gradientAbove(reached, weights),
    runAbove: (reached, activations) => numbers(runner.runAbove(reached, activations)),
    inputGradient: (inputs, weights) => answered(runner.inputGradient(input(inputs), weights)),
  };
}

/** Inputs a batch: all activations are counted as if they lived at once, as they do when the input is differentiated. */
function batchOf({ layers }: Network): number {
  const bytes = layers.reduce((sum, { rows, columns, channels }) => sum + 4 * rows * columns * channels, 0);
  const budget = Math.min(batchBytes, freemem() / 4);
  return Math.max(1, Math.min(largestBatch, Math.floor(budget / Math.max(1, bytes * keptOf))));
}

/** What the graph has a gradient of needs no trial, which would cost as much as an explanation. */
function problemsOf(
  folder: ModelFolder,
  network: Network,
  target: string,
  { runner, compiled }: { readonly runner: Runner; readonly compiled: Compiled },
): Model['problems'] {
  const { rows, columns, channels } = folder.card.input;
  const empty = new Float32Array(rows * columns * channels);
  const gradient = camProblemOf(
    folder,
    network,
    target,
    () => compiled.runner?.hasGradientAt(target) || runner.reachWithGradient(empty, target, 'top'),
  );
  const input = gradientProblemOf(
    () => compiled.runner?.hasInputGradient || runner.inputGradient(empty, 'top'),
  );
  const layer = network.mixing || !target ? gradient : '';
  const problems: Record<MethodNeed, string> = {
    'layer-gradient': gradient,
    layer,
    'input-gradient': input,
    scores: '',
    nothing: '',
  };
  return problems;
}

/** A network and its card as a model. Throws PersonError where they do not fit. */
export async function modelOf(
  tf: Tf,
  folder: ModelFolder,
  network: Network,
  way: 'compiled' | 'eager',
): Promise<Model> {
  const { card } = folder;
  const { rows, columns, channels } = card.input;
  const inputShape = [rows, columns, channels] as const;
  const trace = traceOf(tf, network, inputShape);
  const units = trace.units.length;
  checkUnits(folder, units);
  const targetLayer = targetOf(folder, network);
  const layers = network.mixing ? [] : network.layers;
  const context: EagerContext = {
    tf,
    network,
    name: card.name,
    classes: card.classes.length,
    inputShape,
  };
  const eager = eagerRunner(context);
  const compiled: Compiled =
    way === 'eager'
      ? { runner: null, reason: 'that was asked for' }
      : await compile({ ...context, layer: targetLayer }, trace, eager);
  const runner = compiled.runner ?? eager;
  const engine: LoadedModel['engine'] = compiled.runner
    ? { kind: 'compiled', reason: '' }
    : { kind: 'eager', reason: compiled.reason };
  return {
    ...checked(runner, { card, layers }),
    folder: folder.folder,
    format: folder.format,
    card,
    units,
    layers,
    targetLayer,
    problems: problemsOf(folder, network, targetLayer, { runner, compiled }),
    engine,
    batch: batchOf(network),
    dispose() {
      if (compiled.runner) compiled.dispose();
      network.dispose();
    },
  };
}
