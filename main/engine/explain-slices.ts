import { randomUUID } from 'node:crypto';
import type { SliceAnswer, SliceTold } from '../../preload/vocabulary';
import {
  explainMany,
  type OneOfMany,
  type SeriesQuestion,
  type SeriesSetting,
} from '../explain/explain-many';
import type { Source } from '../explain/source';
import { answerOf, type Kept } from './kept';

/** Keeps what makes the map again, and says of the slice what is told; of one that the model refused, why. */
function toldOf(one: OneOfMany, { sopInstanceUid, frame, placement }: Source, kept: Kept): SliceTold {
  if ('problem' in one) return { sopInstanceUid, frame, reason: one.problem };
  kept.addLight(one.explanation, placement);
  return answerOf(one.explanation);
}

/**
 * Answers about sources, in order, and keeps what makes their maps again. What became known is told before each turn,
 * and at the end: several of a batch at once, and of a slow method each by itself; a source that the model refuses is
 * told in its place with the reason. Answers what was explained.
 */
export async function explainSlices(
  setting: SeriesSetting,
  question: SeriesQuestion,
  kept: Kept,
  tell: (told: readonly SliceTold[]) => void,
): Promise<readonly SliceAnswer[]> {
  const all: SliceTold[] = [];
  let told = 0;
  const tellNew = (): void => {
    if (told < all.length) tell(all.slice(told));
    told = all.length;
  };
  const turn = (done: number, total: number): Promise<void> => {
    tellNew();
    return setting.turn(done, total);
  };
  for await (const one of explainMany({ ...setting, turn }, question, randomUUID))
    all.push(toldOf(one, setting.sources[one.index]!, kept));
  tellNew();
  return all.filter((one): one is SliceAnswer => !('reason' in one));
}
