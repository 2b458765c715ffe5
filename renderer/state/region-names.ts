import type { Region } from '../../preload/vocabulary';

const kindNames = { lesion: 'Lesion', artefact: 'Artefact' } as const;

/** What a region is called on screen: its label, else its kind with its number among those of its kind on the frame. */
export function nameOfRegion(region: Region, all: readonly Region[]): string {
  if (region.label) return region.label;
  const kin = all.filter(({ kind }) => kind === region.kind);
  const number = kin.findIndex(({ id }) => id === region.id) + 1;
  return kin.length > 1 ? `${kindNames[region.kind]} ${number}` : kindNames[region.kind];
}
