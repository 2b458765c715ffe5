import type { DataSet } from 'dicom-parser';
import type { Vector } from '../../../renderer/picture/mpr/stack';
import type { PixelPoint, Plane } from '../../../renderer/picture/plane';
import { patientToPixel, pixelToPatient, planeOf } from '../../../renderer/picture/plane';
import { groupOf } from '../functional-groups';
import { geometryOf } from '../geometry';
import { tags } from '../tags';
import { code, number, numbers } from '../values';
import type { ImageFrame } from './image-frame';
import type { Images } from './images';
import { referencedInstances, sourcesOf } from './references';

/** A frame of an object with pixels (a segmentation, a parametric map), and the plane it lies in. */
interface ObjectFrame {
  /** From 1. */
  readonly number: number;
  readonly rows: number;
  readonly columns: number;
  readonly plane: Plane | null;
}

/** An image frame that an object's frame is shown on. */
export interface Placement {
  readonly frame: ObjectFrame;
  readonly image: ImageFrame;
  /** Whether both have the same pixels, so that nothing need be mapped. */
  readonly sameGrid: boolean;
  /** From plane to plane, mm; 0 where it is not known. */
  readonly distance: number;
  readonly ambiguous: boolean;
}

/** Corners may be off by so many pixels and still be the same grid. */
const sameCorner = 0.02;

/** Finds the image frames for the frames of one object. */
export class Placing {
  readonly #frameOfReferenceUid: string;
  readonly #among: ReadonlySet<string>;

  constructor(
    private readonly dataSet: DataSet,
    private readonly images: Images,
    private readonly size: { readonly rows: number; readonly columns: number },
  ) {
    this.#frameOfReferenceUid = code(dataSet, tags.FrameOfReferenceUID);
    const referenced = [...referencedInstances(dataSet)];
    this.#among = new Set(referenced.filter((uid) => images.named(uid, []).length > 0));
  }

  /** Where a frame (from 1) is shown: on the images it names, else on those at its place in the same frame of reference. */
  of(number: number): Placement[] {
    const frame = { number, ...this.size, plane: this.#planeOf(number) };
    const named = this.#named(frame, sourcesOf(this.dataSet, number, this.images));
    return named.length > 0 ? named : this.#byPlace(frame);
  }

  /** Of the images that a frame names those at its place; where one has no place, those with the same pixels. */
  #named(frame: ObjectFrame, sources: readonly ImageFrame[]): Placement[] {
    const keys = new Set(sources.map(keyOf));
    const placeless = sources.filter((image) => !frame.plane || !image.plane);
    const frames = new Set(sources.filter(({ plane }) => plane).map((image) => image.frameOfReferenceUid));
    const uids = new Set(sources.map(({ sopInstanceUid }) => sopInstanceUid));
    return [
      ...placeless
        .filter((image) => isSameGrid(frame, image))
        .map((image) => ({ frame, image, sameGrid: true, distance: 0, ambiguous: false })),
      ...[...frames]
        .flatMap((uid) => this.#near(frame, uid, uids))
        .filter(({ image }) => keys.has(keyOf(image)))
        .map((placement) => ({ ...placement, ambiguous: false })),
    ];
  }

  #planeOf(number: number): Plane | null {
    const geometry = geometryOf(this.dataSet, number);
    const measures = groupOf(this.dataSet, number, tags.PixelMeasuresSequence);
    const [row, column] = numbers(measures, tags.PixelSpacing);
    return geometry && row && column && row > 0 && column > 0 ? planeOf(geometry, { row, column }) : null;
  }

  #byPlace(frame: ObjectFrame): Placement[] {
    if (this.#frameOfReferenceUid === '') return [];
    const found = this.#near(frame, this.#frameOfReferenceUid, this.#among);
    // Of several series at one place the one with the same pixels is meant, else the nearest.
    const best = found.find(({ sameGrid }) => sameGrid) ?? found[0];
    return best ? found.filter(({ image, sameGrid }) => sameGrid || isLike(image, best.image)) : [];
  }

  #near(frame: ObjectFrame, frameOfReferenceUid: string, among: ReadonlySet<string>): Placement[] {
    const { plane } = frame;
    if (!plane) return [];
    const measures = groupOf(this.dataSet, frame.number, tags.PixelMeasuresSequence);
    const half = (number(measures, tags.SliceThickness) ?? 0) / 2;
    return this.images
      .near(frameOfReferenceUid, cornersOf(plane, frame), half, among)
      .map(({ frame: image, distance, ambiguous }) => ({
        ...{ frame, image, distance, ambiguous },
        sameGrid: isSameGrid(frame, image),
      }));
  }
}

const keyOf = ({ sopInstanceUid, frame }: ImageFrame): string => `${sopInstanceUid}#${frame}`;

/** Whether the pixels of both are the same ones, by their corners; by their number alone where one has no place. */
function isSameGrid(frame: ObjectFrame, image: ImageFrame): boolean {
  if (frame.rows !== image.rows || frame.columns !== image.columns) return false;
  const { plane } = frame;
  if (!plane || !image.plane) return true;
  const seen = cornersOf(plane, frame).map((corner) => patientToPixel(image.plane!, corner));
  return pixelCorners(frame).every((corner, i) =>
    corner.every((value, axis) => Math.abs(value - seen[i]![axis]!) <= sameCorner),
  );
}

function isLike(a: ImageFrame, b: ImageFrame): boolean {
  return a.rows === b.rows && a.columns === b.columns;
}

function pixelCorners({ rows, columns }: ObjectFrame): PixelPoint[] {
  return [
    [0, 0],
    [columns, 0],
    [columns, rows],
    [0, rows],
  ];
}

function cornersOf(plane: Plane, frame: ObjectFrame): Vector[] {
  return pixelCorners(frame).map((corner) => pixelToPatient(plane, corner));
}
