import type { DataSet } from 'dicom-parser';
import { tags } from '../../tags';
import { itemsOf } from '../codes';
import type { Images } from '../images';
import type { ObjectReader, ObjectRegion, Reading } from '../object-reader';
import { originOf } from '../object-reader';
import { ifAny } from '../wording';
import type { ContentItem } from './content';
import { contentOf } from './content';
import { groupName } from './naming';
import type { Found, Reason } from './regions';
import { planarRegions, spatialRegions } from './regions';

/** Structured report (PS3.3 A.35): the image regions of its measurement groups (PS3.16 TID 1500), and any others. */
export const report: ObjectReader = { kind: 'SR', read };

interface Named {
  readonly name: string;
  readonly found: Found;
}

function read({ object, header: { dataSet }, images }: Reading): ReturnType<ObjectReader['read']> {
  const root = contentOf(dataSet);
  const all = regionsIn(root, '', root, images);
  const regions = all.flatMap(({ name, found }): ObjectRegion[] =>
    typeof found === 'string'
      ? []
      : [
          {
            ...{ sopInstanceUid: found.image.sopInstanceUid, frame: found.image.frame, kind: 'lesion' },
            ...{ label: name.slice(0, 200), ...found.drawing, origin: originOf(object, name) },
          },
        ],
  );
  return { regions, maps: [], leftOut: leftOut(all, segmentsIn(root)) };
}

/** Regions below an item, each with the name that the nearest group around it gives. */
function regionsIn(item: ContentItem, around: string, root: ContentItem, images: Images): Named[] {
  const name = groupName(item, around, root.item);
  const called = name || item.meaning || 'Region';
  const own = foundIn(item, root, images).map((found) => ({ name: called, found }));
  return [...own, ...item.children.flatMap((child) => regionsIn(child, nameBelow(item, name), root, images))];
}

/** A measurement names the regions it was made of, where no group does. */
function nameBelow({ valueType, meaning }: ContentItem, name: string): string {
  return name || (valueType === 'NUM' ? meaning : '');
}

function foundIn(item: ContentItem, root: ContentItem, images: Images): Found[] {
  if (item.valueType === 'SCOORD') return planarRegions(item, root, images);
  return item.valueType === 'SCOORD3D' ? spatialRegions(item, images) : [];
}

/** How many items of a report name a segment of a segmentation instead of an outline (TID 1411). */
function segmentsIn(item: ContentItem): number {
  const own = itemsOf(item.item, tags.ReferencedSOPSequence).filter(namesSegment).length;
  return item.children.reduce((sum, child) => sum + segmentsIn(child), own);
}

function namesSegment(reference: DataSet): boolean {
  return reference.elements[tags.ReferencedSegmentNumber] !== undefined;
}

function leftOut(all: readonly Named[], segments: number): string[] {
  const count = (word: Reason): number => all.filter(({ found }) => found === word).length;
  return [
    ...ifAny(
      count('elsewhere'),
      'region',
      'left out: the image it refers to is not open; open the series too.',
    ),
    ...ifAny(count('open'), 'drawing', 'left out, as points and open lines enclose no area.'),
    ...ifAny(count('body'), 'ellipsoid', 'left out, as its outline on each slice is not given.'),
    ...ifAny(count('damaged'), 'region', 'left out, as the numbers make no shape.'),
    ...ifAny(segments, 'region', 'given by a segmentation, which is an object of its own.'),
    ...(all.length + segments === 0 ? ['The report holds no image regions.'] : []),
  ];
}
