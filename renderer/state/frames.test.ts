import { describe, expect, it } from 'vitest';
import type { Instance, Series, Study } from '../../preload/vocabulary';
import { alongNormal, framesOf, mergeStudies } from './frames';

const instance = (sopInstanceUid: string, z: number, numberOfFrames = 1): Instance =>
  ({
    sopInstanceUid,
    numberOfFrames,
    instanceNumber: 1,
    geometry: { position: [0, 0, z], orientation: [1, 0, 0, 0, 1, 0] },
  }) as unknown as Instance;
const series = (seriesInstanceUid: string, ...instances: Instance[]): Series =>
  ({ seriesInstanceUid, instances }) as unknown as Series;
const study = (studyInstanceUid: string, ...all: Series[]): Study =>
  ({ studyInstanceUid, series: all }) as unknown as Study;

describe('framesOf', () => {
  it('lists the frames of each instance from 1', () => {
    const places = framesOf(series('s', instance('a', 0, 2), instance('b', 1)));
    expect(places.map(({ instance: i, frame }) => `${i.sopInstanceUid}${frame}`)).toEqual(['a1', 'a2', 'b1']);
  });
});

describe('alongNormal', () => {
  it('is z for an axial slice and −y for a coronal one with feet at the bottom', () => {
    expect(alongNormal(instance('a', -42.5))).toBe(-42.5);
    const coronal = { position: [1, 7, 3], orientation: [1, 0, 0, 0, 0, -1] };
    expect(alongNormal({ geometry: coronal } as unknown as Instance)).toBe(7);
    expect(alongNormal({ geometry: null } as Instance)).toBeNull();
  });
});

describe('mergeStudies', () => {
  it('makes one of the same study and puts new slices in their place', () => {
    const before = [study('1', series('s', instance('a', 0), instance('c', 2)))];
    const [merged, ...others] = mergeStudies(before, [
      study('1', series('s', instance('b', 1)), series('t')),
    ]);
    expect(others).toEqual([]);
    expect(merged!.series.map((s) => s.seriesInstanceUid)).toEqual(['s', 't']);
    expect(merged!.series[0]!.instances.map((i) => i.sopInstanceUid)).toEqual(['a', 'b', 'c']);
  });

  it('takes the newer reading of a series that holds all that was known', () => {
    const newer = series('s', instance('b', 1), instance('a', 0));
    expect(mergeStudies([study('1', series('s', instance('a', 0)))], [study('1', newer)])[0]!.series[0]).toBe(
      newer,
    );
  });

  it('keeps other studies, in the order they were opened', () => {
    const uids = mergeStudies([study('1'), study('2')], [study('3'), study('1')]).map(
      (s) => s.studyInstanceUid,
    );
    expect(uids).toEqual(['1', '2', '3']);
  });
});
