import type { DataSet } from 'dicom-parser';
import type { Vector } from '../../../../renderer/picture/mpr/stack';
import type { PixelPoint } from '../../../../renderer/picture/plane';
import { patientToPixel } from '../../../../renderer/picture/plane';
import { tags } from '../../tags';
import { code } from '../../values';
import type { ImageFrame } from '../image-frame';
import type { Images } from '../images';
import { framesNamedIn } from '../references';
import type { ContentItem } from './content';
import { resolved } from './content';
import type { Drawing } from './graphics';
import { circle, closedLine, ellipse, graphicPoints } from './graphics';

/** A shape on an image frame, or why there is none. */
export type Found = { readonly image: ImageFrame; readonly drawing: Drawing } | Reason;

/** Why a drawing is no region: a point or line, a body, on no open image, numbers that make no shape. */
export type Reason = 'open' | 'body' | 'elsewhere' | 'damaged';

/** Shapes by GraphicType that enclose an area; all others are points and lines. */
const shapes: Readonly<Record<string, (points: readonly PixelPoint[]) => Drawing | null>> = {
  CIRCLE: circle,
  ELLIPSE: ellipse,
  POLYLINE: polygon,
  POLYGON: polygon,
};

function polygon(points: readonly PixelPoint[]): Drawing | null {
  const line = closedLine(points);
  return line && { shape: 'polygon', points: line };
}

/** The regions of an SCOORD item, in pixels of the frames it was selected from (PS3.3 C.18.6). */
export function planarRegions(found: ContentItem, root: ContentItem, images: Images): Found[] {
  const selected = found.children.flatMap((child) => resolved(child, root) ?? []);
  const frames = selected
    .filter(({ valueType }) => valueType === 'IMAGE')
    .flatMap(({ item }) => framesNamedIn(item, tags.ReferencedSOPSequence, images));
  const points = graphicPoints(found.item, 2) as [number, number][];
  const drawing = draw(found.item, points);
  if (typeof drawing === 'string') return [drawing];
  return frames.length > 0 ? frames.map((image) => ({ image, drawing })) : ['elsewhere'];
}

/** The region of an SCOORD3D item, in mm of the patient, on the nearest image of its frame of reference (C.18.9). */
export function spatialRegions({ item }: ContentItem, images: Images): Found[] {
  const places = graphicPoints(item, 3) as unknown as Vector[];
  const type = code(item, tags.GraphicType);
  if (type === 'ELLIPSOID') return ['body'];
  if (type === 'POLYLINE' && !closedLine(places)) return ['open'];
  if (places.length === 0 || !places.every((place) => place.every(Number.isFinite))) return ['damaged'];
  if (!shapes[type]) return ['open'];
  const uid = code(item, tags.ReferencedFrameOfReferenceUID);
  const [nearest] = uid === '' ? [] : images.near(uid, places, 0, new Set());
  const plane = nearest?.frame.plane;
  if (!nearest || !plane) return ['elsewhere'];
  const drawing = draw(
    item,
    places.map((place) => patientToPixel(plane, place)),
  );
  return [typeof drawing === 'string' ? drawing : { image: nearest.frame, drawing }];
}

function draw(item: DataSet, points: readonly PixelPoint[]): Drawing | 'open' | 'damaged' {
  const type = code(item, tags.GraphicType);
  const shape = shapes[type];
  if (!shape) return 'open';
  if (points.length === 0 || !points.every((point) => point.every(Number.isFinite))) return 'damaged';
  return shape(points) ?? (type === 'POLYLINE' ? 'open' : 'damaged');
}
