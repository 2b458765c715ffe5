import type { DataSet } from 'dicom-parser';
import { tags } from './tags';
import { number, numbers } from './values';

/** Frames a second: as recommended, as acquired, or from the time between frames in ms (PS3.3 C.7.6.5). */
export function frameRateOf(dataSet: DataSet): number | null {
  const rate = number(dataSet, tags.RecommendedDisplayFrameRate) ?? number(dataSet, tags.CineRate);
  if (rate !== null && rate > 0) return rate;
  const milliseconds = number(dataSet, tags.FrameTime) ?? meanOf(numbers(dataSet, tags.FrameTimeVector));
  return milliseconds !== null && milliseconds > 0 ? 1000 / milliseconds : null;
}

/** The mean time between frames; the first of the vector stands before the first frame and is 0. */
function meanOf(times: readonly number[]): number | null {
  const between = times.slice(1).filter(Number.isFinite);
  return between.length === 0 ? null : between.reduce((sum, time) => sum + time, 0) / between.length;
}
