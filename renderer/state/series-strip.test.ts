import { describe, expect, it } from 'vitest';
import type { Instance } from '../../preload/vocabulary';
import { type Place, placeKey } from './frames';
import { localPeaks, newestKind, nextPeak, stripOf } from './series-strip';
import type { Mark } from './slice-mark';

const frames = Array.from({ length: 8 }, (_, index): Place => ({
  instance: { sopInstanceUid: `1.${index}` } as unknown as Instance,
  frame: 1,
}));

const markOf = (peak: number, more: Partial<Mark> = {}): Mark =>
  ({
    kind: 'a',
    modelId: 'm',
    label: 'Nodule',
    unit: 'logit',
    score: peak / 10,
    peak,
    asked: { against: null },
    ...more,
  }) as unknown as Mark;

/** Marks by frame; null leaves a frame without. */
const along = (...peaks: readonly (number | null)[]) =>
  Object.fromEntries(
    peaks.flatMap((peak, i) => (peak === null ? [] : [[placeKey(frames[i]!), markOf(peak)] as const])),
  );

describe('a strip', () => {
  it('has the marks of one kind in reading order, and the highest of each', () => {
    const other = { [placeKey(frames[1]!)]: markOf(9, { kind: 'b' }) };
    const marks = { ...along(null, null, 5, 2), ...other, [placeKey(frames[0]!)]: markOf(1, { score: 0.9 }) };
    const strip = stripOf(frames, marks, 'a')!;
    expect(strip.slices.map(({ index }) => index)).toEqual([0, 2, 3]);
    expect([strip.highestScore.index, strip.highestPeak?.index]).toEqual([0, 2]);
    expect([strip.label, strip.unit, strip.isDifference]).toEqual(['Nodule', 'logit', false]);
  });

  it('is not there where nothing of the kind is, though it be elsewhere', () => {
    expect(stripOf(frames, {}, null)).toBeNull();
    expect(stripOf(frames, { '9.9#1': markOf(1) }, 'a')).toBeNull();
  });

  it('has no highest peak where no map shows evidence', () => {
    expect(stripOf(frames, along(0, 0), 'a')!.highestPeak).toBeNull();
  });

  it('is of the newest question that the model was asked of these frames', () => {
    const marks = {
      ...along(1),
      [placeKey(frames[1]!)]: markOf(1, { kind: 'b' }),
      [placeKey(frames[2]!)]: markOf(1, { kind: 'c', modelId: 'other' }),
      '9.9#1': markOf(1, { kind: 'd' }),
    };
    expect(newestKind(frames, marks, 'm')).toBe('b');
    expect(newestKind(frames, marks, 'none')).toBeNull();
  });
});

describe('local peaks', () => {
  const peaksOf = (...peaks: number[]) =>
    localPeaks(stripOf(frames, along(...peaks), 'a')!).map(({ index }) => index);

  it('are above what lies around them; of several alike the first', () => {
    expect(peaksOf(1, 5, 2, 8, 8, 3, 4, 4)).toEqual([1, 3, 6]);
    expect(peaksOf(2, 2, 3)).toEqual([2]);
    expect(peaksOf(4)).toEqual([0]);
  });

  it('leave out what is small beside the highest, and are none where there is no evidence', () => {
    expect(peaksOf(0, 8, 0, 1, 0)).toEqual([1]);
    expect(peaksOf(0, 0, 0)).toEqual([]);
  });

  it('are gone to in order, round and round', () => {
    const strip = stripOf(frames, along(1, 5, 2, 8, 1), 'a')!;
    const from = (index: number, direction: 1 | -1) => nextPeak(strip, index, direction)?.index;
    expect([from(0, 1), from(1, 1), from(3, 1), from(1, -1), from(4, -1)]).toEqual([1, 3, 1, 3, 3]);
    expect(nextPeak(stripOf(frames, along(0), 'a')!, 0, 1)).toBeNull();
  });
});
