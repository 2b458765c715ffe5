import type { TargetLayer } from '../../../preload/vocabulary';
import type { Stage } from './layer-stages';

/** The layer from which steps are counted, by its stage and its place there. */
function placeOf(stages: readonly Stage[], name: string): { stage: number; at: number } {
  const stage = stages.findIndex(({ layers }) => layers.some((layer) => layer.name === name));
  const at = stages[stage]?.layers.findIndex((layer) => layer.name === name) ?? 0;
  return { stage: Math.max(0, stage), at };
}

/** Steps from one layer to another, by the key: across layers, and down or up by whole stages. */
const steps: Readonly<Record<string, (stages: readonly Stage[], name: string) => TargetLayer | undefined>> = {
  ArrowRight: (stages, name) => beside(stages, name, 1),
  ArrowLeft: (stages, name) => beside(stages, name, -1),
  ArrowDown: (stages, name) => stages[placeOf(stages, name).stage + 1]?.layers[0],
  ArrowUp: (stages, name) => {
    const { stage, at } = placeOf(stages, name);
    return stages[at > 0 ? stage : stage - 1]?.layers[0];
  },
  Home: (stages) => stages[0]?.layers[0],
  End: (stages) => stages.at(-1)?.layers.at(-1),
};

function beside(stages: readonly Stage[], name: string, step: number): TargetLayer | undefined {
  const all = stages.flatMap(({ layers }) => layers);
  return all[all.findIndex((layer) => layer.name === name) + step];
}

/** The layer that a key leads to from another; null where the key leads nowhere, undefined where it is no such key. */
export function steppedTo(
  key: string,
  stages: readonly Stage[],
  name: string,
): TargetLayer | null | undefined {
  const step = steps[key];
  return step && (step(stages, name) ?? null);
}
