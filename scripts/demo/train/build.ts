import { createHash } from 'node:crypto';
import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { loadModel } from '../../../main/model/load';
import type { Model } from '../../../main/model/port';
import { writeWhole } from '../write/file';
import { judgePositives } from './attention';
import type { CardMetric } from './card';
import { cardOf } from './card';
import type { DemoModel } from './models';
import type { Bias } from './problem';
import { PROBLEMS } from './problems';
import { drawLesson } from './lesson';
import { saveModel } from './save';
import { heldOutAuc } from './score';
import { trainModel } from './train';

/** Unseen phantoms for each figure, and the seeds that set them apart from the training images. */
const HELD_OUT = { count: 300, seed: 101 };
const JUDGED = { count: 100, seed: 202 };

/** Hears of progress, a line at a time. */
export type Tell = (line: string) => void;

/** Trains a model, writes it, measures it on unseen phantoms and writes its card. */
export async function buildModel(demo: DemoModel, folder: string, tell: Tell): Promise<void> {
  const lesson = drawLesson(PROBLEMS[demo.kind], demo.bias, demo.schedule, demo.seed, tell);
  const trained = await trainModel(lesson);
  await saveModel(trained, folder);
  trained.dispose();
  await measureModel(demo, folder, tell);
}

/** Measures the model that lies in a folder on unseen phantoms and writes the figures into its card. */
export async function measureModel(demo: DemoModel, folder: string, tell: Tell): Promise<void> {
  // Loading checks the weights against the card, so there must be one before there are figures to put in it.
  await writeCard(demo, folder, []);
  const model = await loadModel(folder);
  try {
    const metrics = [...discrimination(model, demo), await attention(model, demo, tell)];
    for (const { name, value, data } of metrics) tell(`${demo.name}: ${name} ${value} (${data})`);
    await writeCard(demo, folder, metrics);
  } finally {
    model.dispose();
  }
}

async function writeCard(demo: DemoModel, folder: string, metrics: CardMetric[]): Promise<void> {
  const digest = createHash('sha256')
    .update(await readFile(join(folder, 'weights.bin')))
    .digest('hex');
  const card = cardOf(PROBLEMS[demo.kind], demo, digest, metrics);
  await writeWhole(join(folder, 'card.json'), `${JSON.stringify(card, null, 2)}\n`);
}

/** AUC where artefacts come and go by themselves, and where one of them goes with the label. */
function discrimination(model: Model, { kind }: DemoModel): CardMetric[] {
  return (['honest', 'shortcut'] as const).map((population) => ({
    name: 'AUC',
    value: round(heldOutAuc(model, kind, population, HELD_OUT.count, HELD_OUT.seed)),
    data: `${HELD_OUT.count} unseen phantoms, ${POPULATION[population](PROBLEMS[kind].shortcut)}`,
  }));
}

/** How often Grad-CAM is judged to lie where the model was brought up to look. */
async function attention(model: Model, { name, kind, bias }: DemoModel, tell: Tell): Promise<CardMetric> {
  const verdicts = await judgePositives(model, kind, bias, JUDGED.count, JUDGED.seed);
  tell(`${name}: verdicts ${JSON.stringify(verdicts)}`);
  return {
    name: bias === 'honest' ? 'Share judged on the lesion' : 'Share judged on an artefact',
    value: round(verdicts[bias === 'honest' ? 'lesion' : 'artefact'] / JUDGED.count),
    data: `Grad-CAM on ${JUDGED.count} unseen positives, ${POPULATION[bias](PROBLEMS[kind].shortcut)}`,
  };
}

const POPULATION: Readonly<Record<Bias, (shortcut: string) => string>> = {
  honest: (shortcut) => `unbiased: ${shortcut} independent of the label`,
  shortcut: (shortcut) => `biased: ${shortcut} goes with the label in 95 %`,
};

function round(value: number): number {
  return Math.round(value * 1e4) / 1e4;
}
