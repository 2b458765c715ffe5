import { cividis } from './cividis';
import type { ColourMap } from './colour-map';
import { inferno } from './inferno';
import { magma } from './magma';
import { turbo } from './turbo';
import { viridis } from './viridis';

export type { ColourMap } from './colour-map';

/** Every colour map, the default first; the rainbow last and labelled as what it is. */
export const colourMaps: readonly ColourMap[] = [inferno, viridis, magma, cividis, turbo];

/** The colour map of an id; the default for an id that is not known (a setting of another version). */
export function colourMapOf(id: string): ColourMap {
  return colourMaps.find((map) => map.id === id) ?? inferno;
}

/** The colour of a value of 0..1 as red, green, blue, 0..255; values outside are clamped. */
export function colourAt(map: ColourMap, value: number): readonly [number, number, number] {
  const index = 3 * Math.round(255 * Math.min(1, Math.max(0, value)));
  return [map.table[index]!, map.table[index + 1]!, map.table[index + 2]!];
}
