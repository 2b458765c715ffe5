import { checked } from '../../model/model';
import type { Model, Reached, Runner } from '../../model/port';
import { rowsOf } from '../../model/stacked';
import type { Source } from '../source';

/** The first value of an input that a choosy model cannot answer; no seeded input begins with it. */
const mark = -7;

/**
 * The same model, which answers marked inputs with logits that are no numbers, as one whose layers overflow does. It
 * is checked as a loaded model is, so a pass that holds a marked input is refused as a whole.
 */
export function choosy(model: Model): Model {
  const { rows, columns, channels } = model.card.input;
  const spoiled = (inputs: Float32Array, logits: Float32Array): Float32Array => {
    const marks = rowsOf(inputs, rows * columns * channels).map(([first]) => first === mark);
    const classes = logits.length / marks.length;
    return logits.map((logit, index) => (marks[Math.floor(index / classes)] ? NaN : logit));
  };
  const spoil = <Pass extends Pick<Reached, 'logits'>>(inputs: Float32Array, pass: Pass): Pass => ({
    ...pass,
    logits: spoiled(inputs, pass.logits),
  });
  const runner: Runner = {
    run: (inputs) => spoiled(inputs, model.run(inputs)),
    reach: (inputs, layer) => spoil(inputs, model.reach(inputs, layer)),
    reachWithGradient: (inputs, layer, w) => spoil(inputs, model.reachWithGradient(inputs, layer, w)),
    gradientAbove: (reached, w) => model.gradientAbove(reached, w),
    runAbove: (reached, activations) => model.runAbove(reached, activations),
    inputGradient: (inputs, w) => spoil(inputs, model.inputGradient(inputs, w)),
  };
  return { ...model, ...checked(runner, model) };
}

/** The same sources, those at the places marked. */
export const marked = (sources: readonly Source[], places: readonly number[]): Source[] =>
  sources.map((source, index) =>
    places.includes(index) ? { ...source, input: source.input.with(0, mark) } : source,
  );
