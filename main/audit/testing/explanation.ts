import type { Explanation, HeatMap, Region, RegionKind } from '../../../preload/vocabulary';

/** A map from a function of column and row, for tests. */
export function mapOf(rows: number, columns: number, at: (column: number, row: number) => number): HeatMap {
  const values = Float32Array.from({ length: rows * columns }, (_, i) =>
    at(i % columns, Math.floor(i / columns)),
  );
  return { rows, columns, values, peak: values.reduce((a, b) => Math.max(a, b), 0) };
}

/** An explanation around a map, for tests: the model saw all of it, through a grid of as many cells as pixels. */
export function explanationOf(map: HeatMap, extra: Partial<Explanation> = {}): Explanation {
  return {
    id: 'e1',
    modelId: '/model',
    sopInstanceUid: '1.2.3',
    frame: 1,
    method: 'grad-cam',
    parameters: {},
    layer: 'conv4',
    layers: ['conv4'],
    unit: 'logit',
    against: null,
    grid: [map.rows, map.columns],
    gridMap: map.values,
    classIndex: 0,
    classLabel: 'nodule',
    scores: [{ label: 'nodule', logit: 2, probability: 0.88 }],
    map,
    seen: [0, 0, map.columns, map.rows],
    milliseconds: { prepare: 1, forward: 2, explain: 3 },
    warnings: [],
    ...extra,
  };
}

/** A rectangle on the explanation's frame, for tests. */
export function rectangle(
  kind: RegionKind,
  left: number,
  top: number,
  right: number,
  bottom: number,
): Region {
  return {
    id: `${kind}-${left}-${top}`,
    sopInstanceUid: '1.2.3',
    frame: 1,
    kind,
    label: `${kind} ${left}`,
    shape: 'rectangle',
    points: [
      [left, top],
      [right, bottom],
    ],
  };
}
