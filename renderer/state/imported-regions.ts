import type { ImportedObject, Region, RegionKind } from '../../preload/vocabulary';

/** A review holds so many regions. */
const mostRegions = 10_000;

/** Whether a region was read from an object. */
export const isFrom = ({ origin }: Region, sopInstanceUid: string): boolean =>
  origin?.endsWith(` of ${sopInstanceUid}`) ?? false;

/** The regions of an object as the reviewer wants them called. */
export const regionsOf = ({ regions }: ImportedObject, kind: RegionKind): Region[] =>
  regions.map((region) => ({ ...region, id: crypto.randomUUID(), kind }));

/** Why regions cannot be added to those that stay, in one sentence; '' where they can. */
export function tooMany(staying: number, added: number): string {
  return staying + added > mostRegions
    ? `A review holds ${mostRegions} regions; with these ${added} it would have ${staying + added}, so none was added: take others off first.`
    : '';
}

const counted = (count: number, what: string): string => `${count} ${what}${count === 1 ? '' : 's'}`;

/** What an object brings, in words: '12 regions on 5 images'. */
export function broughtBy({ regions, maps }: ImportedObject): string {
  const words = (
    count: number,
    what: string,
    on: readonly { sopInstanceUid: string; frame: number }[],
  ): string[] => {
    const frames = new Set(on.map(({ sopInstanceUid, frame }) => `${sopInstanceUid}#${frame}`)).size;
    return count > 0 ? [`${counted(count, what)} on ${counted(frames, 'image')}`] : [];
  };
  return [...words(regions.length, 'region', regions), ...words(maps.length, 'map', maps)].join(' · ');
}
