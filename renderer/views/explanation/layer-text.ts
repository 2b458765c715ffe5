import type { TargetLayer } from '../../../preload/vocabulary';

/** rows×columns×channels. */
export const gridText = ({ rows, columns, channels }: TargetLayer): string =>
  `${rows}×${columns}×${channels}`;

/** Whether a layer's grid is finer than that of the model's own target: its features are edges and textures. */
export const isEarly = (layer: TargetLayer, own: TargetLayer | undefined): boolean =>
  own !== undefined && layer.rows > own.rows;

/** The method whose map keeps its meaning in early layers. */
const madeForEarlyLayers = 'layer-cam';

/** What a layer is, in one line: its kind and grid, whether the model's own, and what to mind. */
export function layerFacts(layer: TargetLayer, own: TargetLayer | undefined, method: string): string {
  const facts = [layer.kind, gridText(layer)];
  if (layer.name === own?.name) facts.push('found');
  if (isEarly(layer, own))
    facts.push(method === madeForEarlyLayers ? 'early layer' : 'early layer: LayerCAM is made for these');
  return facts.join(' · ');
}

/** A layer as it is spoken by a screen reader. */
export const spokenOf = (layer: TargetLayer, isOwn: boolean): string =>
  `${layer.name}, ${layer.kind}, ${gridText(layer)}${isOwn ? ', found' : ''}`;

/** The id of a layer's element. */
export const idOf = (name: string): string => `layer-${encodeURIComponent(name)}`;
