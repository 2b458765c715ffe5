import type { TargetLayer } from '../../../preload/vocabulary';
import { gridText } from './layer-text';

const searched = (text: string): string => text.toLowerCase().replaceAll('×', 'x');

/**
 * The layers in whose name, kind or grid every word of a text is found, in any case; "14x14 concat" finds the
 * concatenations on that grid. None for an empty text.
 */
export function layersLike(layers: readonly TargetLayer[], text: string): readonly TargetLayer[] {
  const words = searched(text)
    .split(/\s+/)
    .filter((word) => word !== '');
  if (words.length === 0) return [];
  return layers.filter((layer) => {
    const said = searched(`${layer.name} ${layer.kind} ${gridText(layer)}`);
    return words.every((word) => said.includes(word));
  });
}
