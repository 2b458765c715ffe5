import { describe, expect, it } from 'vitest';
import type { Instance, Series } from '../../preload/vocabulary';
import { framesOf } from './frames';

const instance = (sopInstanceUid: string, z: number, numberOfFrames = 1): Instance =>
  ({
    sopInstanceUid,
    numberOfFrames,
    instanceNumber: 1,
    geometry: { position: [0, 0, z], orientation: [1, 0, 0, 0, 1, 0] },
  }) as unknown as Instance;
const series = (seriesInstanceUid: string, ...instances: Instance[]): Series =>
  ({ seriesInstanceUid, instances }) as unknown as Series;

describe('framesOf', () => {
  it('lists the frames of each instance from 1', () => {
    const places = framesOf(series('s', instance('a', 0, 2), instance('b', 1)));
    expect(places.map(({ instance: i, frame }) => `${i.sopInstanceUid}${frame}`)).toEqual(['a1', 'a2', 'b1']);
  });
});
