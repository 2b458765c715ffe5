import type { Mark } from './slice-mark';
import { type Place, placeKey } from './frames';

/** A frame of a series that has been explained. */
export interface StripSlice {
  /** Place in the reading order, from 0. */
  readonly index: number;
  readonly score: number;
  readonly peak: number;
}

/** What is known along a series of one question, on one scale. */
export interface Strip {
  /** What was explained, in words. */
  readonly label: string;
  readonly unit: string;
  /** True where the scores are differences of two classes, −1..1, else probabilities. */
  readonly isDifference: boolean;
  /** In reading order. */
  readonly slices: readonly StripSlice[];
  readonly highestScore: StripSlice;
  /** Null where no map shows any evidence. */
  readonly highestPeak: StripSlice | null;
}

/** Marks by the key of their frame, the newest last. */
export type Marks = Readonly<Record<string, Mark>>;

/** Lower ones than this part of the highest peak are not gone to. */
const leastPeak = 0.25;

/** The kind of the newest mark by a model on some frames; null where there is none. */
export function newestKind(frames: readonly Place[], marks: Marks, modelId: string): string | null {
  const keys = new Set(frames.map(placeKey));
  const own = ([key, mark]: [string, Mark]): boolean => mark.modelId === modelId && keys.has(key);
  return Object.entries(marks).findLast(own)?.[1].kind ?? null;
}

const higher = (by: 'score' | 'peak') => (a: StripSlice, b: StripSlice) => (b[by] > a[by] ? b : a);

/** The marks of one kind along the frames of a series; null where there are none. */
export function stripOf(frames: readonly Place[], marks: Marks, kind: string | null): Strip | null {
  const alike = (mark: Mark | undefined): mark is Mark => mark?.kind === kind;
  const slices = frames.flatMap((place, index) => {
    const mark = marks[placeKey(place)];
    return alike(mark) ? [{ index, score: mark.score, peak: mark.peak }] : [];
  });
  const one = Object.values(marks).find(alike);
  if (!one || slices.length === 0) return null;
  const highestPeak = slices.reduce(higher('peak'));
  return {
    ...{ label: one.label, unit: one.unit, isDifference: one.asked.against !== null, slices },
    highestScore: slices.reduce(higher('score')),
    highestPeak: highestPeak.peak > 0 ? highestPeak : null,
  };
}

/** The slices whose peak is above those around it, and not small beside the highest; of several alike the first. */
export function localPeaks({ slices, highestPeak }: Strip): readonly StripSlice[] {
  const least = (highestPeak?.peak ?? Infinity) * leastPeak;
  return slices.filter(({ peak }, i) => {
    if (peak < least || (slices[i - 1]?.peak ?? 0) >= peak) return false;
    const after = slices.slice(i + 1).find((other) => other.peak !== peak);
    return (after?.peak ?? 0) < peak;
  });
}

/** The next local peak after a place, or (−1) before it; from the last it goes on with the first. Null where there is none. */
export function nextPeak(strip: Strip, from: number, direction: 1 | -1): StripSlice | null {
  const peaks = localPeaks(strip);
  const [first, last] = [peaks[0] ?? null, peaks.at(-1) ?? null];
  return direction > 0
    ? (peaks.find(({ index }) => index > from) ?? first)
    : (peaks.findLast(({ index }) => index < from) ?? last);
}
