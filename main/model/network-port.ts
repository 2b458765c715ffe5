import type { TargetLayer } from '../../preload/vocabulary';
import { PersonError } from '../process/errors';
import { camProblemOf, checkUnits, targetOf } from './fit';
import type { ModelFolder } from './folder';
import { gradientError, releaseTape } from './gradient-errors';
import type { Network, Tail } from './network';
import type { Forward, LayerEvidence, Model } from './port';
import { classLogits, topClass, unitOf } from './scores';
import type { Tensor, Tf } from './tensorflow';

/** What a network and its card make together. */
interface Context {
  readonly tf: Tf;
  readonly folder: ModelFolder;
  readonly network: Network;
}

function tensorOf({ tf, folder }: Context, input: Float32Array): Tensor {
  const { rows, columns, channels } = folder.card.input;
  if (input.length !== rows * columns * channels)
    throw new PersonError(
      `${folder.card.name} takes an input of ${rows} × ${columns} × ${channels} values, not ${input.length}; prepare it anew.`,
    );
  return tf.tensor4d(input, [1, rows, columns, channels]);
}

function run(context: Context, input: Float32Array): Forward {
  const { tf, network, folder } = context;
  const start = performance.now();
  const output = tf.tidy(() => network.logits(tensorOf(context, input)));
  const units = [...output.dataSync<'float32'>()];
  output.dispose();
  const milliseconds = performance.now() - start;
  return { logits: checked(classLogits(units, folder.card.classes.length), context), milliseconds };
}

/** Refuses logits that are no numbers: broken weights, or an input far out of range. */
function checked(logits: number[], { folder }: Context): number[] {
  if (logits.every(Number.isFinite)) return logits;
  throw new PersonError(
    `${folder.card.name} answers with values that are no numbers; check its weights and its input range.`,
  );
}

function checkClass(asked: number | 'top', { folder }: Context): void {
  const count = folder.card.classes.length;
  if (asked === 'top' || (Number.isInteger(asked) && asked >= 0 && asked < count)) return;
  throw new PersonError(`${folder.card.name} has classes 0 to ${count - 1}, not ${asked}.`);
}

function layerAsked(name: string, { network, folder }: Context): TargetLayer {
  const layer = network.layers.find((candidate) => candidate.name === name);
  if (layer) return layer;
  throw new PersonError(
    `${folder.card.name} has no spatial layer named "${name}"; choose one of its target layers.`,
  );
}

/** The class's logit as a function of the activation, and what was learnt on the way. */
function score(context: Context, tail: Tail, asked: number | 'top') {
  const { classes } = context.folder.card;
  const told = { logits: [] as readonly number[], classIndex: 0, at: 0 };
  const of = (value: Tensor): Tensor => {
    const units = tail.from(value).flatten();
    told.logits = checked(classLogits([...units.dataSync<'float32'>()], classes.length), context);
    told.classIndex = asked === 'top' ? topClass(told.logits) : asked;
    told.at = performance.now();
    const { unit, sign } = unitOf(told.classIndex, units.size, classes.length);
    return units.slice([unit], [1]).sum().mul(sign);
  };
  return { told, of };
}

/** dy/dA; a failed gradient comes as a sentence and leaves nothing on the tape. */
function gradientOf(
  { tf, folder }: Context,
  layer: string,
  of: (value: Tensor) => Tensor,
  at: Tensor,
): Tensor {
  try {
    return tf.grad(of)(at);
  } catch (thrown) {
    releaseTape(tf);
    throw gradientError(thrown, folder.card.name, layer);
  }
}

/** Forward up to the layer, then forward and back above it, under the tape. */
function evidence(context: Context, input: Float32Array, name: string, asked: number | 'top'): LayerEvidence {
  const { tf, network } = context;
  const { rows, columns, channels } = layerAsked(name, context);
  checkClass(asked, context);
  const start = performance.now();
  const image = tensorOf(context, input);
  const tail = network.tail(image, name);
  try {
    const { told, of } = score(context, tail, asked);
    const gradient = tf.tidy(() => gradientOf(context, name, of, tail.at));
    const { logits, classIndex } = told;
    const values = { activation: tail.at.dataSync<'float32'>(), gradient: gradient.dataSync<'float32'>() };
    gradient.dispose();
    const milliseconds = { forward: told.at - start, gradient: performance.now() - told.at };
    return { logits, classIndex, ...values, shape: [rows, columns, channels], milliseconds };
  } finally {
    tail.dispose();
    image.dispose();
  }
}

/** A network and its card as a port. Throws PersonError where they do not fit. */
export function portOf(tf: Tf, folder: ModelFolder, network: Network): Model {
  const context: Context = { tf, folder, network };
  const { rows, columns, channels } = folder.card.input;
  const empty = new Float32Array(rows * columns * channels);
  const probe = tf.tidy(() => network.logits(tensorOf(context, empty)));
  probe.dispose();
  checkUnits(folder, probe.size);
  const targetLayer = targetOf(folder, network);
  const shown = (): unknown => evidence(context, empty, targetLayer, 'top');
  return {
    folder: folder.folder,
    format: folder.format,
    card: folder.card,
    units: probe.size,
    layers: network.mixing ? [] : network.layers,
    targetLayer,
    camProblem: camProblemOf(folder, network, targetLayer, shown),
    run: (input) => run(context, input),
    activationAndGradient: (input, layer, classIndex) => evidence(context, input, layer, classIndex),
    dispose: () => network.dispose(),
  };
}
