import type { TargetLayer } from '../../../preload/vocabulary';

/** The layers of one grid, in the order of computation. */
export interface Stage {
  readonly rows: number;
  readonly columns: number;
  readonly layers: readonly TargetLayer[];
}

/** So many layers at most are a branch beside the stage before, such as the pooling beside Inception's convolutions. */
const branchLength = 4;

interface Growing extends Stage {
  readonly layers: TargetLayer[];
}

const fits = ({ rows, columns }: Stage, layer: TargetLayer): boolean =>
  rows === layer.rows && columns === layer.columns;

/** The stage that a layer continues: the last, or the one before where what lies between is a branch beside it. */
function continued(stages: readonly Growing[], layer: TargetLayer): Growing | undefined {
  const [before, last] = [stages.at(-2), stages.at(-1)];
  if (last && fits(last, layer)) return last;
  const isBranch = last !== undefined && last.layers.length <= branchLength;
  return isBranch && before && fits(before, layer) ? before : undefined;
}

/** A network's stages in the order of computation; layers must be in that order. Every layer is in one stage. */
export function stagesOf(layers: readonly TargetLayer[]): readonly Stage[] {
  const stages: Growing[] = [];
  for (const layer of layers) {
    const stage = continued(stages, layer);
    if (stage) stage.layers.push(layer);
    else stages.push({ rows: layer.rows, columns: layer.columns, layers: [layer] });
  }
  return stages;
}

/** The stage that has a layer; undefined where none has. */
export const stageOf = (stages: readonly Stage[], name: string): Stage | undefined =>
  stages.find(({ layers }) => layers.some((layer) => layer.name === name));

export const mostChannels = ({ layers }: Stage): number =>
  Math.max(...layers.map(({ channels }) => channels));
