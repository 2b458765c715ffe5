import type { RegionKind } from '../../preload/vocabulary';
import type { LineStyle } from './line';

/** How regions look, in the window and on paper alike: hues the default colour map lacks, and told apart by dashes too. */
export const regionStyles: Readonly<Record<RegionKind, LineStyle>> = {
  lesion: { colour: [61, 219, 255], width: 2, dash: 0 },
  artefact: { colour: [255, 122, 217], width: 2, dash: 8 },
};

/** The colour of a kind of region as CSS and PDF write it: '#rrggbb'. */
export function regionColour(kind: RegionKind): string {
  return '#' + regionStyles[kind].colour.map((part) => part.toString(16).padStart(2, '0')).join('');
}
