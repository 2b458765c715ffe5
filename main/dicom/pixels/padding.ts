import type { DataSet } from 'dicom-parser';
import { tags } from '../tags';
import type { ImagePixel } from './image-pixel';
import type { IsPadding } from './range';
import type { StoredValues } from './stored';

/** Which pixels are padding: one stored value, or all from it to a limit (PS3.3 C.7.5.1.1.2). */
export function paddingOf(dataSet: DataSet, image: ImagePixel, stored: StoredValues): IsPadding {
  const read = (
    tag: typeof tags.PixelPaddingValue | typeof tags.PixelPaddingRangeLimit,
  ): number | undefined =>
    (dataSet.elements[tag]?.length ?? 0) < 2
      ? undefined
      : image.signed
        ? dataSet.int16(tag)
        : dataSet.uint16(tag);
  const value = read(tags.PixelPaddingValue);
  if (value === undefined || image.float) return () => false;
  const limit = read(tags.PixelPaddingRangeLimit) ?? value;
  const [from, to] = [Math.min(value, limit), Math.max(value, limit)];
  return (index) => stored[index]! >= from && stored[index]! <= to;
}
