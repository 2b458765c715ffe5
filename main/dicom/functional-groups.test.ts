import { describe, expect, it } from 'vitest';
import { groupOf } from './functional-groups';
import { readHeader } from './header';
import { bufferSource } from './source';
import { tags } from './tags';
import { imageElements } from './testing/image';
import type { Elements } from './testing/write';
import { writeDicom } from './testing/write';
import { number } from './values';

const slope = (value: number): Elements => ({ 0x00281053: ['DS', String(value)] });
const group = (value: number): Elements => ({ 0x00289145: ['SQ', { items: [slope(value)] }] });

/** The slope of each frame of an image with these elements. */
async function slopes(frames: number, more: Elements): Promise<(number | null)[]> {
  const file = writeDicom(imageElements({ rows: 1, columns: 1, frames }, more));
  const { dataSet } = await readHeader(bufferSource(file));
  return Array.from({ length: frames }, (_, i) =>
    number(groupOf(dataSet, i + 1, tags.PixelValueTransformationSequence), tags.RescaleSlope),
  );
}

describe('functional groups', () => {
  it('are the frame’s own, else the shared ones, else the data set', async () => {
    const own: Elements = { 0x52009230: ['SQ', { items: [group(1), {}, group(3)] }] };
    const shared: Elements = { 0x52009229: ['SQ', { items: [group(7)] }] };
    expect(await slopes(3, { ...own, ...shared, ...slope(9) })).toEqual([1, 7, 3]);
    expect(await slopes(3, { ...own, ...slope(9) })).toEqual([1, 9, 3]);
    expect(await slopes(3, { ...shared, ...slope(9) })).toEqual([7, 7, 7]);
    expect(await slopes(3, slope(9))).toEqual([9, 9, 9]);
  });

  it('that are empty, or of fewer frames than the image, leave it to the shared ones', async () => {
    const own: Elements = { 0x52009230: ['SQ', { items: [{ 0x00289145: ['SQ', { items: [] }] }] }] };
    const shared: Elements = { 0x52009229: ['SQ', { items: [group(7)] }] };
    expect(await slopes(2, { ...own, ...shared })).toEqual([7, 7]);
  });

  it('that hold the group without the attribute do not take it from elsewhere', async () => {
    const own: Elements = { 0x52009230: ['SQ', { items: [{ 0x00289145: ['SQ', { items: [{}] }] }] }] };
    expect(await slopes(1, { ...own, ...slope(9) })).toEqual([null]);
  });
});
