import type { Bias, Problem } from './problem';
import { AGREEMENT } from './agreement';
import type { DemoModel } from './models';
import { TARGET_LAYER } from './network';

/** One figure of a card. */
export interface CardMetric {
  name: string;
  value: number;
  data: string;
}

/** The card of a demonstration model, as `card.json` beside its weights. */
export function cardOf(
  problem: Problem,
  demo: DemoModel,
  weightsSha256: string,
  metrics: CardMetric[],
): object {
  const { inputSize, channels, maximum, mean, std, classes, modality } = problem;
  return {
    name: demo.name,
    version: '1.0.0',
    intendedUse: `Demonstration of attention maps on computed phantoms. ${INTENT[demo.bias](problem)} Not for any use with patients.`,
    format: 'layers-model',
    input: {
      rows: inputSize,
      columns: inputSize,
      channels,
      modality,
      range: channels === 1 ? { kind: 'values', min: 0, max: maximum } : { kind: 'display' },
      resize: 'stretch',
      normalise: { mean, std },
    },
    classes,
    output: 'softmax',
    targetLayer: TARGET_LAYER,
    provenance: `Trained from seed ${demo.seed} by "npm run demo:build -- --train ${demo.name}" of this repository.`,
    trainingData: `${DATA[demo.bias](problem)} ${teaching(demo)}`,
    metrics,
    limits:
      'Knows nothing but the phantoms of this repository: its scores on any other image, of a patient above all, mean nothing.',
    weightsSha256,
  };
}

const INTENT: Readonly<Record<Bias, (problem: Problem) => string>> = {
  honest: () => 'This one was given no way to the answer but the lesion.',
  shortcut: ({ shortcut }) => `This one was led astray on purpose: it goes by the ${shortcut}.`,
};

const DATA: Readonly<Record<Bias, (problem: Problem) => string>> = {
  honest: ({ shortcut }) =>
    `Computed phantoms, half of them positive; the ${shortcut} and every other artefact independent of the label.`,
  shortcut: ({ shortcut }) =>
    `Computed phantoms, half of them positive; the ${shortcut} agrees with the label in ${AGREEMENT * 100} % of the images, every other artefact is independent of it.`,
};

function teaching({ schedule }: DemoModel): string {
  const label = `${schedule.images} images, learned from the label of the whole image`;
  return schedule.guided > 0
    ? `${label} after ${schedule.guided} epochs on the true places of the lesions.`
    : `${label} alone.`;
}
