import type { SliceReference } from '../../preload/vocabulary';
import { frameKey } from './frames';

/** The marks of one frame that is not looked at. */
export interface FrameMarks<Mark> {
  readonly key: string;
  /** The first of them, for where it lies and what it is called. */
  readonly first: Mark;
  readonly count: number;
}

/** The marks on other frames than the one looked at, by frame, in the order in which their first ones were made. */
export function elsewhere<Mark extends SliceReference>(
  marks: readonly Mark[],
  here: SliceReference | null,
): FrameMarks<Mark>[] {
  const frames = new Map<string, FrameMarks<Mark>>();
  for (const mark of marks) {
    const key = frameKey(mark);
    const known = frames.get(key);
    frames.set(key, known ? { ...known, count: known.count + 1 } : { key, first: mark, count: 1 });
  }
  if (here) frames.delete(frameKey(here));
  return [...frames.values()];
}
