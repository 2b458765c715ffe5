import { randomUUID } from 'node:crypto';
import type { SliceAnswer, SliceLeftOut } from '../../preload/vocabulary';
import { explainMany, type SeriesQuestion, type SeriesSetting } from '../explain/explain-many';
import { PersonError } from '../process/errors';
import { answerOf, type Kept } from './kept';

/**
 * Answers about sources, in order, and keeps what makes their maps again. What is made is told before each turn, and
 * at the end: several of a batch at once, and of a slow method each by itself.
 * @param leaveOut is told of each source that the model refuses, after what was made before it; without it, such a
 * source ends the run with its PersonError
 */
export async function explainSlices(
  setting: SeriesSetting,
  question: SeriesQuestion,
  kept: Kept,
  tell: (answers: readonly SliceAnswer[]) => void,
  leaveOut?: (slice: SliceLeftOut) => void,
): Promise<readonly SliceAnswer[]> {
  const answers: SliceAnswer[] = [];
  let told = 0;
  const tellNew = (): void => {
    if (told < answers.length) tell(answers.slice(told));
    told = answers.length;
  };
  const turn = (done: number, total: number): Promise<void> => {
    tellNew();
    return setting.turn(done, total);
  };
  for await (const one of explainMany({ ...setting, turn }, question, randomUUID)) {
    const { sopInstanceUid, frame, placement } = setting.sources[one.index]!;
    if ('explanation' in one) {
      kept.addLight(one.explanation, placement);
      answers.push(answerOf(one.explanation));
    } else {
      tellNew();
      if (!leaveOut) throw new PersonError(one.problem);
      leaveOut({ sopInstanceUid, frame, reason: one.problem });
    }
  }
  tellNew();
  return answers;
}
