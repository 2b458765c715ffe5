import type { DataSet } from 'dicom-parser';
import type { Tag } from '../tags';
import { tags } from '../tags';
import { code, numbers } from '../values';
import { itemsOf } from './codes';
import { groupItems } from './frame-groups';
import type { ImageFrame } from './image-frame';
import type { Images } from './images';

/** The image frames that the items of an Image SOP Instance Reference macro name (PS3.3 Table 10-3). */
export function framesNamedIn(dataSet: DataSet, sequence: Tag, images: Images): ImageFrame[] {
  return itemsOf(dataSet, sequence).flatMap((item) =>
    images.named(
      code(item, tags.ReferencedSOPInstanceUID),
      numbers(item, tags.ReferencedFrameNumber).filter(Number.isFinite),
    ),
  );
}

/** The image frames that a frame was derived from (PS3.3 C.7.6.16.2.6). */
export function sourcesOf(dataSet: DataSet, frame: number, images: Images): ImageFrame[] {
  return groupItems(dataSet, frame, tags.DerivationImageSequence).flatMap((derivation) =>
    framesNamedIn(derivation, tags.SourceImageSequence, images),
  );
}

/** UIDs of the instances of all series that an object refers to (PS3.3 C.12.3). */
export function referencedInstances(dataSet: DataSet): Set<string> {
  const series = itemsOf(dataSet, tags.ReferencedSeriesSequence);
  return new Set(
    series.flatMap((item) =>
      itemsOf(item, tags.ReferencedInstanceSequence).map((reference) =>
        code(reference, tags.ReferencedSOPInstanceUID),
      ),
    ),
  );
}
