import { randomUUID } from 'node:crypto';
import type { SliceAnswer } from '../../preload/vocabulary';
import { explainMany, type SeriesQuestion, type SeriesSetting } from '../explain/explain-many';
import { answerOf, type Kept } from './kept';

/**
 * Answers about sources, in order, and keeps what makes their maps again. What is made is told before each turn, and
 * at the end: several of a batch at once, and of a slow method each by itself.
 */
export async function explainSlices(
  setting: SeriesSetting,
  question: SeriesQuestion,
  kept: Kept,
  tell: (answers: readonly SliceAnswer[]) => void,
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
  for await (const { index, explanation } of explainMany({ ...setting, turn }, question, randomUUID)) {
    kept.addLight(explanation, setting.sources[index]!.placement);
    answers.push(answerOf(explanation));
  }
  tellNew();
  return answers;
}
