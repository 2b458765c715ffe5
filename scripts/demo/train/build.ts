import { join } from 'node:path';
import { loadModel } from '../../../main/model/load';
import { writeWhole } from '../write/file';
import { judgePositives } from './attention';
import type { CardMetric } from './card';
import { cardOf } from './card';
import type { DemoModel } from './models';
import type { Bias } from './problem';
import { PROBLEMS } from './problems';
import { saveModel } from './save';
import { heldOutAuc } from './score';
import { trainModel } from './train';

/** Unseen phantoms for each figure, and the seeds that set them apart from the training images. */
const HELD_OUT = { count: 400, seed: 101 };
const JUDGED = { count: 100, seed: 202 };

/** Trains a model, writes it, measures it on unseen full-size phantoms and writes its card. */
export async function buildModel(
  demo: DemoModel,
  models: string,
  tell: (line: string) => void,
): Promise<void> {
  const problem = PROBLEMS[demo.kind];
  const folder = join(models, demo.name);
  const trained = await trainModel(problem, demo.bias, demo.schedule, demo.seed, tell);
  const digest = await saveModel(trained, folder);
  trained.dispose();
  const write = (metrics: CardMetric[]): Promise<void> =>
    writeWhole(
      join(folder, 'card.json'),
      `${JSON.stringify(cardOf(problem, demo.bias, digest, metrics, demo.seed), null, 2)}\n`,
    );
  // Loading checks the weights against the card, so there must be one before there are figures to put in it.
  await write([]);
  await write(await measureModel(demo, folder, tell));
}

/** The figures of a card, from the model as it lies in its folder. */
export async function measureModel(
  demo: DemoModel,
  folder: string,
  tell: (line: string) => void,
): Promise<CardMetric[]> {
  const model = await loadModel(folder);
  try {
    const metrics: CardMetric[] = (['honest', 'shortcut'] as const).map((population) => ({
      name: 'AUC',
      value: round(heldOutAuc(model, demo.kind, population, HELD_OUT.count, HELD_OUT.seed)),
      data: `${HELD_OUT.count} unseen phantoms, ${POPULATION[population](PROBLEMS[demo.kind].shortcut)}`,
    }));
    const verdicts = judgePositives(model, demo.kind, demo.bias, JUDGED.count, JUDGED.seed);
    tell(`${demo.name}: verdicts ${JSON.stringify(verdicts)}`);
    metrics.push({
      name: demo.bias === 'honest' ? 'Share judged on the lesion' : 'Share judged on an artefact',
      value: round(verdicts[demo.bias === 'honest' ? 'lesion' : 'artefact'] / JUDGED.count),
      data: `Grad-CAM on ${JUDGED.count} unseen positives, ${POPULATION[demo.bias](PROBLEMS[demo.kind].shortcut)}`,
    });
    for (const metric of metrics) tell(`${demo.name}: ${metric.name} ${metric.value} (${metric.data})`);
    return metrics;
  } finally {
    model.dispose();
  }
}

const POPULATION: Readonly<Record<Bias, (shortcut: string) => string>> = {
  honest: (shortcut) => `unbiased: ${shortcut} independent of the label`,
  shortcut: (shortcut) => `biased: ${shortcut} goes with the label in 95 %`,
};

function round(value: number): number {
  return Math.round(value * 1e4) / 1e4;
}
