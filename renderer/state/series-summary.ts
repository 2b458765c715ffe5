import type { Series } from '../../preload/vocabulary';
import type { Place } from './frames';

/** How many frames a series has, without listing them. */
export function frameCount({ instances }: Series): number {
  return instances.reduce((sum, { numberOfFrames }) => sum + Math.max(1, numberOfFrames), 0);
}

/** The frame in the middle of a series, which shows best what it is of; null of an empty one. */
export function middlePlace(series: Series): Place | null {
  let left = Math.floor(frameCount(series) / 2);
  for (const instance of series.instances) {
    const frames = Math.max(1, instance.numberOfFrames);
    if (left < frames) return { instance, frame: left + 1 };
    left -= frames;
  }
  return null;
}
