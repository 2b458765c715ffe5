import type { TargetLayer } from '../../../preload/vocabulary';

/** rows×columns×channels. */
export const gridText = ({ rows, columns, channels }: TargetLayer): string =>
  `${rows}×${columns}×${channels}`;

/** Whether a layer's grid is finer than that of the model's own target: its features are edges and textures. */
export const isEarly = (layer: TargetLayer, own: TargetLayer | undefined): boolean =>
  own !== undefined && layer.rows > own.rows;

/** What a layer is, in one line: its kind and grid, whether the model's own, whether early. */
export function layerFacts(layer: TargetLayer, own: TargetLayer | undefined): string {
  const facts = [layer.kind, gridText(layer)];
  if (layer.name === own?.name) facts.push('found');
  if (isEarly(layer, own)) facts.push('early layer');
  return facts.join(' · ');
}

/** The method whose map keeps its meaning in early layers. */
const madeForEarlyLayers = 'layer-cam';

/** What to mind before a method is asked about early layers; '' where there is nothing. */
export function earlyAdvice(
  chosen: readonly TargetLayer[],
  own: TargetLayer | undefined,
  method: string,
): string {
  const early = method === madeForEarlyLayers ? [] : chosen.filter((layer) => isEarly(layer, own));
  if (early.length === 0) return '';
  return `${early.map(({ name }) => name).join(', ')}: early; LayerCAM is made for early layers.`;
}

/** A layer as it is spoken by a screen reader. */
export const spokenOf = (layer: TargetLayer, isOwn: boolean): string =>
  `${layer.name}, ${layer.kind}, ${gridText(layer)}${isOwn ? ', found' : ''}`;

/** The id of a layer's element. */
export const idOf = (name: string): string => `layer-${encodeURIComponent(name)}`;
