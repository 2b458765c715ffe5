import type { DataSet } from 'dicom-parser';
import type { PixelPoint } from '../../../../renderer/picture/plane';
import { patientToPixel } from '../../../../renderer/picture/plane';
import { tags } from '../../tags';
import { code } from '../../values';
import { itemsOf } from '../codes';
import type { ImageFrame } from '../image-frame';
import type { Images } from '../images';
import type { ObjectReader, ObjectRegion, Reading } from '../object-reader';
import { originOf } from '../object-reader';
import { framesNamedIn } from '../references';
import { grouped } from '../grouped';
import { ifAny } from '../wording';
import type { Contour, Structure } from './contours';
import { structuresOf } from './contours';
import { exclusiveOr } from './exclusive-or';
import { nestedCount } from './nested';

/** Structure set (PS3.3 A.19): closed planar contours as polygons. */
export const structureSet: ObjectReader = { kind: 'RTSTRUCT', read };

/** Contours by what becomes of them; each count is a sentence. */
interface Tally {
  open: number;
  damaged: number;
  elsewhere: number;
  ambiguous: number;
  nested: number;
}

/** A contour on the image it lies on. */
interface Drawn {
  readonly image: ImageFrame;
  readonly points: readonly PixelPoint[];
  readonly exclusive: boolean;
}

function read({ object, header: { dataSet }, images }: Reading): ReturnType<ObjectReader['read']> {
  const tally: Tally = { open: 0, damaged: 0, elsewhere: 0, ambiguous: 0, nested: 0 };
  const among = openInstances(dataSet, images);
  const regions = structuresOf(dataSet).flatMap((structure) => {
    const drawn = structure.contours.flatMap((contour) => draw(contour, structure, images, among, tally));
    const origin = originOf(object, `${structure.number} ${structure.name}`);
    return polygonsOf(drawn, tally).map(({ image, points }): ObjectRegion => ({
      ...{ sopInstanceUid: image.sopInstanceUid, frame: image.frame, kind: 'lesion', label: structure.name },
      ...{ shape: 'polygon', points, origin },
    }));
  });
  return { regions, maps: [], leftOut: leftOut(tally, regions.length) };
}

function draw(
  contour: Contour,
  { frameOfReferenceUid }: Structure,
  images: Images,
  among: ReadonlySet<string>,
  tally: Tally,
): Drawn[] {
  const exclusive = contour.type === 'CLOSEDPLANAR_XOR' || contour.type === 'CLOSED_PLANAR_XOR';
  if (contour.type !== 'CLOSED_PLANAR' && !exclusive) return count(tally, 'open');
  if (!contour.points || contour.points.length < 3) return count(tally, 'damaged');
  const image = imageOf(contour, frameOfReferenceUid, images, among, tally);
  if (!image?.plane) return count(tally, 'elsewhere');
  const { plane } = image;
  return [{ image, exclusive, points: contour.points.map((place) => patientToPixel(plane, place)) }];
}

function count(tally: Tally, what: keyof Tally): [] {
  tally[what]++;
  return [];
}

/** The image that a contour names, where it lies on it; else the nearest in the same frame of reference. */
function imageOf(
  { item, points }: Contour,
  frameOfReferenceUid: string,
  images: Images,
  among: ReadonlySet<string>,
  tally: Tally,
): ImageFrame | null {
  const named = framesNamedIn(item, tags.ContourImageSequence, images);
  const uids = new Set(named.map(({ sopInstanceUid }) => sopInstanceUid));
  const wanted = new Set(named.map(keyOf));
  for (const uid of new Set(named.map((image) => image.frameOfReferenceUid))) {
    const found = images.near(uid, points!, 0, uids).find(({ frame }) => wanted.has(keyOf(frame)));
    if (found) return found.frame;
  }
  if (frameOfReferenceUid === '') return null;
  const [nearest] = images.near(frameOfReferenceUid, points!, 0, among);
  if (nearest?.ambiguous) tally.ambiguous++;
  return nearest?.frame ?? null;
}

const keyOf = ({ sopInstanceUid, frame }: ImageFrame): string => `${sopInstanceUid}#${frame}`;

/** UIDs of the open images that the structure set was drawn on (PS3.3 C.8.8.5); none where it names none of them. */
function openInstances(dataSet: DataSet, images: Images): ReadonlySet<string> {
  const uids = itemsOf(dataSet, tags.ReferencedFrameOfReferenceSequence)
    .flatMap((frame) => itemsOf(frame, tags.RTReferencedStudySequence))
    .flatMap((study) => itemsOf(study, tags.RTReferencedSeriesSequence))
    .flatMap((series) => itemsOf(series, tags.ContourImageSequence))
    .map((image) => code(image, tags.ReferencedSOPInstanceUID));
  return new Set(uids.filter((uid) => images.named(uid, []).length > 0));
}

/** Contours that exclude each other become one polygon an image, all others one each. */
function polygonsOf(
  drawn: readonly Drawn[],
  tally: Tally,
): { image: ImageFrame; points: readonly PixelPoint[] }[] {
  const plain = drawn.filter(({ exclusive }) => !exclusive);
  const exclusive = grouped(
    drawn.filter((contour) => contour.exclusive),
    ({ image }) => keyOf(image),
  );
  for (const onImage of grouped(plain, ({ image }) => keyOf(image)).values())
    tally.nested += nestedCount(onImage.map(({ points }) => points));
  return [
    ...plain,
    ...[...exclusive.values()].map((contours) => ({
      image: contours[0]!.image,
      points: exclusiveOr(contours.map(({ points }) => points)),
    })),
  ];
}

function leftOut(tally: Tally, regions: number): string[] {
  return [
    ...ifAny(tally.elsewhere, 'contour', 'left out: no open image lies there; open the series too.'),
    ...ifAny(tally.open, 'contour', 'left out, as points and open lines enclose no area.'),
    ...ifAny(tally.damaged, 'contour', 'left out, as the numbers make no polygon.'),
    ...ifAny(tally.ambiguous, 'contour', 'with several images at one place put on the first of them.'),
    ...ifAny(
      tally.nested,
      'contour',
      'inside another of the same structure shown filled: the file does not say that it is a hole.',
    ),
    ...(regions === 0 && tally.elsewhere === 0 ? ['The structure set holds no closed contour.'] : []),
  ];
}
