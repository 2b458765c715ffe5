import type { TargetLayer } from '../../../preload/vocabulary';
import type { Stage } from './layer-stages';

type Step = (stages: readonly Stage[], name: string) => TargetLayer | undefined;

const stageAt = (stages: readonly Stage[], name: string): number =>
  stages.findIndex(({ layers }) => layers.some((layer) => layer.name === name));

const beside =
  (step: 1 | -1): Step =>
  (stages, name) => {
    const all = stages.flatMap(({ layers }) => layers);
    return all[all.findIndex((layer) => layer.name === name) + step];
  };

const toNextStage: Step = (stages, name) => stages[stageAt(stages, name) + 1]?.layers[0];

/** The first layer of the stage, or from there the first of the stage before. */
const toStageStart: Step = (stages, name) => {
  const at = stageAt(stages, name);
  const first = stages[at]?.layers[0];
  return first?.name === name ? stages[at - 1]?.layers[0] : first;
};

const steps: Readonly<Record<string, Step>> = {
  ArrowRight: beside(1),
  ArrowLeft: beside(-1),
  ArrowDown: toNextStage,
  ArrowUp: toStageStart,
  Home: (stages) => stages[0]?.layers[0],
  End: (stages) => stages.at(-1)?.layers.at(-1),
};

/** The layer that a key leads to from another; null where the key leads nowhere, undefined where it is no such key. */
export function steppedTo(
  key: string,
  stages: readonly Stage[],
  name: string,
): TargetLayer | null | undefined {
  const step = steps[key];
  return step && (step(stages, name) ?? null);
}
