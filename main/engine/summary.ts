import { basename, resolve } from 'node:path';
import type { LoadedModel, MethodSummary, ModelSummary } from '../../preload/vocabulary';
import { methods } from '../explain/index';
import type { ModelCard } from '../model/card';
import { readCard } from '../model/folder';
import type { Model } from '../model/port';
import { describeInput } from '../prepare/describe';
import { messageOf, PersonError } from '../process/errors';

const ofCard = (id: string, card: ModelCard): ModelSummary => ({
  id,
  name: card.name,
  version: card.version,
  intendedUse: card.intendedUse,
  modalities: card.input.modality,
  problem: '',
});

/** The summary of a model folder; one that cannot be used comes back with its problem. */
export async function summaryOf(folder: string): Promise<ModelSummary> {
  const id = resolve(folder);
  try {
    return ofCard(id, await readCard(id));
  } catch (thrown) {
    if (!(thrown instanceof PersonError)) throw thrown;
    const name = basename(id);
    return { id, name, version: '', intendedUse: '', modalities: [], problem: messageOf(thrown) };
  }
}

/** A loaded model in the words of the vocabulary. */
export function loadedOf(model: Model): LoadedModel {
  const { card } = model;
  const { rows, columns, channels } = card.input;
  return {
    ...ofCard(model.folder, card),
    format: model.format,
    inputShape: [rows, columns, channels],
    preparation: describeInput(card.input),
    classes: card.classes.map(({ label }) => label),
    output: card.output,
    targetLayers: model.layers,
    targetLayer: model.targetLayer,
    problems: model.problems,
    engine: model.engine,
    weightsSha256: card.weightsSha256,
    provenance: card.provenance,
    trainingData: card.trainingData,
    metrics: card.metrics,
    limits: card.limits,
  };
}

/** A method without what computes it, which cannot cross to another process. */
function summaryOfMethod(method: MethodSummary): MethodSummary {
  const { id, name, family, needs, passes, place, unit, answers, costs, misleads, reference, parameters } =
    method;
  return { id, name, family, needs, passes, place, unit, answers, costs, misleads, reference, parameters };
}

export const methodSummaries = (): MethodSummary[] => methods.map(summaryOfMethod);
