import type { Model } from '../model/port';
import type { Method } from './method';

/** The CAM method whose map keeps its meaning in early layers. */
const madeForEarlyLayers = 'layer-cam';

/** What must be said of layers far before the head: their features are edges and textures, and averages mislead there. */
export function layerWarnings(
  { id, name, place }: Pick<Method, 'id' | 'name' | 'place'>,
  { layers, targetLayer }: Pick<Model, 'layers' | 'targetLayer'>,
  asked: readonly string[],
): string[] {
  if (place !== 'layer' || id === madeForEarlyLayers) return [];
  const last = layers.find((layer) => layer.name === targetLayer);
  return asked.flatMap((wanted) => {
    const layer = layers.find((each) => each.name === wanted);
    if (!layer || !last || layer.rows <= last.rows) return [];
    return [
      `${wanted} is an early layer (${layer.rows}×${layer.columns}, the last is ${last.rows}×${last.columns}): ${name} there shows features rather than findings; LayerCAM is made for early layers.`,
    ];
  });
}
