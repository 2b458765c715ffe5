import { describe, expect, it } from 'vitest';
import type { Instance, Series, Study, StudyObject } from '../../preload/vocabulary';
import { arrangeStudies, mergeStudies, mergeUnreadable } from './merge-studies';

const instance = (sopInstanceUid: string, z: number): Instance =>
  ({
    ...{ sopInstanceUid, numberOfFrames: 1, instanceNumber: 1 },
    geometry: { position: [0, 0, z], orientation: [1, 0, 0, 0, 1, 0] },
  }) as unknown as Instance;
const series = (seriesInstanceUid: string, ...instances: Instance[]): Series =>
  ({ seriesInstanceUid, seriesNumber: null, instances }) as unknown as Series;
const object = (sopInstanceUid: string, label = ''): StudyObject =>
  ({ sopInstanceUid, label }) as unknown as StudyObject;
const study = (
  studyInstanceUid: string,
  all: readonly Series[],
  objects: readonly StudyObject[] = [],
): Study => ({ studyInstanceUid, series: all, objects }) as unknown as Study;

describe('mergeStudies', () => {
  it('makes one of the same study and puts new slices in their place', () => {
    const before = [study('1', [series('s', instance('a', 0), instance('c', 2))])];
    const added = [study('1', [series('s', instance('b', 1)), series('t', instance('x', 0))])];
    const [merged, ...others] = mergeStudies(before, added);
    expect(others).toEqual([]);
    expect(merged!.series.map((s) => s.seriesInstanceUid)).toEqual(['s', 't']);
    expect(merged!.series[0]!.instances.map((i) => i.sopInstanceUid)).toEqual(['a', 'b', 'c']);
  });

  it('takes the newer reading of a series that holds all that was known', () => {
    const newer = series('s', instance('b', 1), instance('a', 0));
    const before = [study('1', [series('s', instance('a', 0))])];
    expect(mergeStudies(before, [study('1', [newer])])[0]!.series[0]).toBe(newer);
  });

  it('takes the newer reading of an instance that is told again', () => {
    const again = { ...instance('a', 0), path: '/new' };
    const before = [study('1', [series('s', instance('a', 0), instance('b', 1))])];
    const merged = mergeStudies(before, [study('1', [series('s', again)])])[0]!.series[0]!;
    expect(merged.instances).toHaveLength(2);
    expect(merged.instances[0]).toBe(again);
  });

  it('keeps other studies, in the order they were opened', () => {
    const before = [study('1', []), study('2', [])];
    const uids = mergeStudies(before, [study('3', []), study('1', [])]).map((s) => s.studyInstanceUid);
    expect(uids).toEqual(['1', '2', '3']);
  });

  it('puts series in the order of their numbers, whichever was found first', () => {
    const numbered = (uid: string, seriesNumber: number): Series => ({
      ...series(uid, instance(uid, 0)),
      seriesNumber,
    });
    const [merged] = mergeStudies([study('1', [numbered('b', 2)])], [study('1', [numbered('a', 1)])]);
    expect(merged!.series.map((s) => s.seriesInstanceUid)).toEqual(['a', 'b']);
  });

  it('keeps the objects of both, the newer reading of one', () => {
    const before = [study('1', [], [object('p', 'old'), object('q')])];
    const [merged] = mergeStudies(before, [study('1', [], [object('p', 'new'), object('r')])]);
    expect(merged!.objects.map(({ sopInstanceUid, label }) => sopInstanceUid + label)).toEqual([
      'q',
      'pnew',
      'r',
    ]);
  });

  it('shows a map as an image only until there is one to lay it on', () => {
    const alone = study('1', [series('map', instance('m', 0))], [object('m')]);
    expect(mergeStudies([], [alone])[0]!.series).toHaveLength(1);
    const [merged] = mergeStudies([alone], [study('1', [series('s', instance('a', 0))])]);
    expect(merged!.series.map((s) => s.seriesInstanceUid)).toEqual(['s']);
    expect(merged!.objects).toHaveLength(1);
  });
});

describe('arrangeStudies', () => {
  const outlines = (instanceUids: string) =>
    [
      {
        ...{ studyInstanceUid: '1', studyDescription: 'Whole', objects: [] },
        series: [{ seriesInstanceUid: 's', seriesNumber: 4, instanceUids }],
      },
    ] as never;
  const [a, b] = [instance('a', 0), instance('b', 1)];
  const uidsOf = (studies: readonly Study[]) => studies[0]!.series[0]!.instances.map((i) => i.sopInstanceUid);

  it('puts instances in the order of the outline, and takes what it says of study and series', () => {
    const [arranged] = arrangeStudies([study('1', [series('s', a, b)])], outlines('b\na'));
    expect(uidsOf([arranged!])).toEqual(['b', 'a']);
    expect([arranged!.studyDescription, arranged!.series[0]!.seriesNumber]).toEqual(['Whole', 4]);
  });

  it('keeps the list where it is in order', () => {
    const one = series('s', a, b);
    expect(arrangeStudies([study('1', [one])], outlines('a\nb'))[0]!.series[0]!.instances).toBe(
      one.instances,
    );
  });

  it('keeps the order of a series that holds more, and other studies', () => {
    const before = [study('1', [series('s', a, b)]), study('2', [])];
    expect(uidsOf(arrangeStudies(before, outlines('b')))).toEqual(['a', 'b']);
    expect(arrangeStudies(before, outlines('b'))[1]).toBe(before[1]);
  });
});

describe('mergeUnreadable', () => {
  it('keeps the newest reason of each file', () => {
    const before = [
      { path: 'a', reason: 'old' },
      { path: 'b', reason: 'same' },
    ];
    expect(mergeUnreadable(before, [{ path: 'a', reason: 'new' }])).toEqual([
      { path: 'b', reason: 'same' },
      { path: 'a', reason: 'new' },
    ]);
  });
});
