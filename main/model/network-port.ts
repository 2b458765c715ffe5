import type { TargetLayer } from '../../preload/vocabulary';
import { PersonError } from '../process/errors';
import { camProblemOf, checkUnits, targetOf } from './fit';
import type { ModelFolder } from './folder';
import { gradientError, releaseTape } from './gradient-errors';
import type { Network } from './network';
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

function classAsked(asked: number | 'top', logits: readonly number[], { folder }: Context): number {
  const index = asked === 'top' ? topClass(logits) : asked;
  if (Number.isInteger(index) && index >= 0 && index < logits.length) return index;
  throw new PersonError(`${folder.card.name} has classes 0 to ${logits.length - 1}, not ${index}.`);
}

function layerAsked(name: string, { network, folder }: Context): TargetLayer {
  const layer = network.layers.find((candidate) => candidate.name === name);
  if (layer) return layer;
  throw new PersonError(
    `${folder.card.name} has no spatial layer named "${name}"; choose one of its target layers.`,
  );
}

/** One pass: the tail's value is the class's logit, its gradient goes no further down than the layer. */
function evidence(context: Context, input: Float32Array, name: string, asked: number | 'top'): LayerEvidence {
  const { tf, network, folder } = context;
  const layer = layerAsked(name, context);
  const start = performance.now();
  let forward = 0;
  const told: { logits: number[]; classIndex: number; activation: Float32Array | null } = {
    logits: [],
    classIndex: 0,
    activation: null,
  };
  const gradient = tf.tidy(() => {
    const tail = network.tail(tensorOf(context, input), name);
    const scoreOf = (value: Tensor): Tensor => {
      const units = tail.from(value).flatten();
      told.logits = checked(
        classLogits([...units.dataSync<'float32'>()], folder.card.classes.length),
        context,
      );
      told.classIndex = classAsked(asked, told.logits, context);
      told.activation = tail.activation();
      forward = performance.now() - start;
      const { unit, sign } = unitOf(told.classIndex, units.size, told.logits.length);
      return units.slice([unit], [1]).sum().mul(sign);
    };
    try {
      return tf.grad(scoreOf)(tail.at);
    } catch (thrown) {
      releaseTape(tf);
      throw gradientError(thrown, folder.card.name, name);
    }
  });
  const values = gradient.dataSync<'float32'>();
  gradient.dispose();
  return {
    logits: told.logits,
    classIndex: told.classIndex,
    activation: told.activation!,
    gradient: values,
    shape: [layer.rows, layer.columns, layer.channels],
    milliseconds: { forward, gradient: performance.now() - start - forward },
  };
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
