import type { Instance, SliceReference } from '../../../preload/vocabulary';
import type { Plane } from '../../../renderer/picture/plane';
import { planeOf } from '../../../renderer/picture/plane';

/** A frame of an image that an object may refer to. */
export interface ImageFrame extends SliceReference {
  readonly rows: number;
  readonly columns: number;
  /** Null where the image does not say where it lies, or how large its pixels are. */
  readonly plane: Plane | null;
  readonly frameOfReferenceUid: string;
  readonly sliceThickness: number | null;
}

/** An image frame near a plane, and how far from it, mm. */
export interface NearFrame {
  readonly frame: ImageFrame;
  readonly distance: number;
  /** Whether another image lies at the very same place. */
  readonly ambiguous: boolean;
}

/** One frame of an instance, with its plane. */
export function frameOf(instance: Instance, frame: number): ImageFrame {
  const { sopInstanceUid, rows, columns, spacing, frameOfReferenceUid, sliceThickness } = instance;
  const geometry = instance.frameGeometry ? instance.frameGeometry[frame - 1] : instance.geometry;
  const plane = geometry && spacing && spacing.kind !== 'aspect' ? planeOf(geometry, spacing) : null;
  return { sopInstanceUid, frame, rows, columns, plane, frameOfReferenceUid, sliceThickness };
}
