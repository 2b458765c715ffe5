import type { Region } from '../../preload/vocabulary';

const kindNames = { lesion: 'Lesion', artefact: 'Artefact' } as const;

const plainName = ({ label, kind }: Region): string => label || kindNames[kind];

/** What a region is called on screen: its label, else its kind; numbered where several on the frame share the name. */
export function nameOfRegion(region: Region, all: readonly Region[]): string {
  const name = plainName(region);
  const namesakes = all.filter((other) => plainName(other) === name);
  const number = namesakes.findIndex(({ id }) => id === region.id) + 1;
  return namesakes.length > 1 ? `${name} ${number}` : name;
}
