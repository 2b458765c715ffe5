import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { MethodParameters, Question } from '../../preload/vocabulary';
import { explain } from '../../main/explain/explain';
import { Passes } from '../../main/explain/passes';
import { sourceOfInput } from '../../main/explain/source';
import { loadModel } from '../../main/model/load';
import type { Model } from '../../main/model/port';
import { saveModelFolder, type UnsignedCard } from '../../main/model/save-folder';
import { savedLayersModel } from '../../main/model/save-layers';
import { tensorflow } from '../../main/model/tensorflow';
import { architectures } from '../seeded-models/index';

const size = 224;

const cardOf = (name: string): UnsignedCard => ({
  name,
  version: '1',
  intendedUse: 'Measuring.',
  input: { rows: size, columns: size, channels: 3, range: { kind: 'display' }, resize: 'crop' },
  classes: Array.from({ length: 1000 }, (_, index) => ({ label: `class ${index}` })),
  output: 'softmax',
  provenance: 'Seeded weights.',
  trainingData: 'None.',
  metrics: [],
  limits: 'Its answers mean nothing.',
});

/** Gives work the folder of a seeded network at 224 × 224 × 3 with 1000 classes, and takes it away afterwards. */
export async function withNetworkFolder<Result>(
  name: string,
  work: (folder: string) => Promise<Result>,
): Promise<Result> {
  const architecture = architectures.find((known) => known.name === name);
  if (!architecture) throw new Error(`There is no architecture named ${name}.`);
  const folder = await mkdtemp(join(tmpdir(), 'sightline-bench-'));
  try {
    const network = architecture.build({ size });
    await saveModelFolder(folder, await savedLayersModel(tensorflow(), network), cardOf(name));
    network.dispose();
    return await work(folder);
  } finally {
    await rm(folder, { recursive: true });
  }
}

/** The same with the model loaded as the application loads it. */
export function withNetwork<Result>(name: string, work: (model: Model) => Promise<Result>): Promise<Result> {
  return withNetworkFolder(name, async (folder) => {
    const model = await loadModel(folder);
    try {
      return await work(model);
    } finally {
      model.dispose();
    }
  });
}

/** Rows, columns and channels of a model's input. */
export const inputShapeOf = ({ card }: Model): readonly [number, number, number] => [
  card.input.rows,
  card.input.columns,
  card.input.channels,
];

/** What is asked of a method; the model's own layer where none is named. */
export interface Wish {
  readonly method: string;
  readonly classIndex: Question['classIndex'];
  readonly parameters?: MethodParameters;
}

/** Explains an input the way the engine does; nothing of an earlier pass is known unless passes are given. */
export function explainInput(model: Model, input: Float32Array, wish: Wish, passes = new Passes()) {
  const { method, classIndex, parameters = {} } = wish;
  const question: Question = { method, classIndex, against: null, layers: [], parameters };
  const setting = { model, source: sourceOfInput(model.card, input), passes, turn: () => Promise.resolve() };
  return explain(setting, question, 'bench');
}
