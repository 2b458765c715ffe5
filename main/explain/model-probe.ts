import type { MethodParameters, MethodNeed, Question } from '../../preload/vocabulary';
import type { Model } from '../model/port';
import { allFinite } from '../model/finite';
import { rowsOf } from '../model/stacked';
import { inputRangeOf } from '../prepare/range-of';
import { PersonError } from '../process/errors';
import type { PassesMade } from './passes';
import type { Activation, Evidence, Fill, Probe, Scores, Shape, TakeGradient } from './probe';
import { type Target, targetOf, valueOfLogits, weightsOf } from './target';

/** Memory that the activations of one batch may take when only the part above a layer runs. */
const aboveBytes = 64 * 2 ** 20;

/** Called between batches: tells how far the work is, lets messages in, and throws where it was given up. */
export type Turn = (done: number, total: number) => Promise<void>;

/** What a probe is made of. */
export interface Asked {
  readonly model: Model;
  readonly passes: PassesMade;
  readonly input: Float32Array;
  /** '' where the method looks at no layer. */
  readonly layer: string;
  readonly question: Pick<Question, 'classIndex' | 'against'>;
  readonly parameters: MethodParameters;
  readonly needs: MethodNeed;
  readonly turn: Turn;
}

const sizeOf = (shape: Shape): number => shape[0] * shape[1] * shape[2];

/** Refuses what is no number before a method can make a nothing of it. */
function finite(values: Float32Array, { model, layer }: Asked): Float32Array {
  if (allFinite(values)) return values;
  throw new PersonError(
    `${model.card.name} gives values that are no numbers at the layer ${layer}; choose another layer.`,
  );
}

/** A model, an input, a layer and a target as a method sees them; knows how long the model ran. */
export class ModelProbe implements Probe {
  readonly input: Float32Array;
  readonly inputShape: Shape;
  readonly range: Probe['range'];
  readonly parameters: MethodParameters;
  /** The model's logits of the input. */
  readonly logits: Float32Array;
  readonly target: Target;
  /** Milliseconds that the model ran. */
  milliseconds = 0;
  readonly #asked: Asked;
  #evidence: Evidence | null = null;

  constructor(asked: Asked) {
    const { model, input, parameters, question } = asked;
    const { rows, columns, channels } = model.card.input;
    this.#asked = asked;
    this.input = input;
    this.inputShape = [rows, columns, channels];
    this.range = inputRangeOf(model.card.input);
    this.parameters = parameters;
    this.logits = this.#firstLogits();
    this.target = targetOf(model, question, this.logits);
  }

  get answer(): Probe['answer'] {
    return this.#valueOf(this.logits);
  }

  activation(): Activation {
    const { model, passes, input, layer } = this.#asked;
    const { activation, shape } = this.#timed(() => passes.reach(model, input, layer));
    return { activation: finite(activation, this.#asked), shape };
  }

  evidence(): Evidence {
    this.#evidence ??= this.#differentiated(weightsOf(this.#asked.model, this.target));
    return this.#evidence;
  }

  scores(count: number, fill: Fill): Promise<Scores> {
    const { model } = this.#asked;
    return this.#scored(count, fill, {
      size: sizeOf(this.inputShape),
      batch: model.batch,
      run: (x) => model.run(x),
    });
  }

  scoresAbove(count: number, fill: Fill): Promise<Scores> {
    const { model, passes, input, layer } = this.#asked;
    const reached = this.#timed(() => passes.reach(model, input, layer));
    const size = sizeOf(reached.shape);
    const batch = Math.max(1, Math.floor(aboveBytes / (4 * size)));
    return this.#scored(count, fill, { size, batch, run: (A) => model.runAbove(reached, A) });
  }

  async inputGradients(count: number, fill: Fill, take: TakeGradient): Promise<void> {
    const { model } = this.#asked;
    const size = sizeOf(this.inputShape);
    const weights = weightsOf(model, this.target);
    await this.#batches(count, fill, { size, batch: model.batch }, (inputs, first) => {
      const many = inputs.length / size;
      const rows = Float32Array.from(
        { length: many * weights.length },
        (_, i) => weights[i % weights.length]!,
      );
      const { gradient, logits } = this.#timed(() => model.inputGradient(inputs, rows));
      const answers = rowsOf(logits, weights.length);
      rowsOf(finite(gradient, this.#asked), size).forEach((row, index) =>
        take(first + index, row, this.#valueOf(answers[index]!).logit),
      );
    });
  }

  /** The one pass that the method cannot do without also gives the logits. */
  #firstLogits(): Float32Array {
    const { model, passes, input, layer, needs, question } = this.#asked;
    const { classIndex, against } = question;
    const known = passes.logitsOf(model, input);
    if (known) return known;
    if (needs === 'layer-gradient' && against === null) {
      const target = { classIndex: classIndex === 'top' ? 0 : classIndex, against };
      this.#evidence = this.#differentiated(classIndex === 'top' ? 'top' : weightsOf(model, target));
      return passes.logitsOf(model, input)!;
    }
    if (layer) return this.#timed(() => passes.reach(model, input, layer)).logits;
    return this.#timed(() => model.run(input));
  }

  #differentiated(weights: Float32Array | 'top'): Evidence {
    const { model, passes, input, layer } = this.#asked;
    const pass = this.#timed(() => passes.withGradient(model, input, layer, weights));
    return {
      activation: finite(pass.activation, this.#asked),
      gradient: finite(pass.gradient, this.#asked),
      shape: pass.shape,
      logit: pass.logits.reduce((sum, logit, index) => sum + logit * pass.weights[index]!, 0),
    };
  }

  #valueOf(logits: Float32Array) {
    return valueOfLogits(this.#asked.model, this.target, logits);
  }

  async #scored(
    count: number,
    fill: Fill,
    { size, batch, run }: { size: number; batch: number; run: (values: Float32Array) => Float32Array },
  ): Promise<Scores> {
    const scores = { logits: new Float64Array(count), probabilities: new Float64Array(count) };
    await this.#batches(count, fill, { size, batch }, (values, first) => {
      const logits = this.#timed(() => run(values));
      rowsOf(logits, this.logits.length).forEach((row, index) => {
        const { logit, probability } = this.#valueOf(row);
        scores.logits[first + index] = logit;
        scores.probabilities[first + index] = probability;
      });
    });
    return scores;
  }

  async #batches(
    count: number,
    fill: Fill,
    { size, batch }: { size: number; batch: number },
    take: (values: Float32Array, first: number) => void,
  ): Promise<void> {
    for (let first = 0; first < count; first += batch) {
      await this.#asked.turn(first, count);
      const many = Math.min(batch, count - first);
      const values = new Float32Array(many * size);
      rowsOf(values, size).forEach((row, index) => fill(first + index, row));
      take(values, first);
    }
  }

  #timed<Result>(work: () => Result): Result {
    const start = performance.now();
    const result = work();
    this.milliseconds += performance.now() - start;
    return result;
  }
}
