import type { InputSet } from './input';
import { drawSet } from './input';
import type { Bias, Problem } from './problem';

/** How long and how fast to train. */
export interface Schedule {
  images: number;
  validation: number;
  epochs: number;
  batch: number;
  rate: number;
  /** How the grid's evidence becomes the image's: its mean, or the largest of each channel (a small lesion is enough). */
  pooling: 'mean' | 'max';
  /** Epochs that learn from the lesions' true places before the image's label alone is taught; 0 for none. */
  guided: number;
  /**
   * Which epoch's weights are kept: the best on the validation images, or the last. Where the label is given away in
   * 95 % the best epoch is a matter of luck, and the last is the surest of itself.
   */
  keep: 'best' | 'last';
  /** Ends once the validation AUC is at least this. */
  enough: number;
}

/** All that a training run needs: the same lesson gives the same model, but for the order of float additions. */
export interface Lesson {
  problem: Problem;
  schedule: Schedule;
  seed: number;
  training: InputSet;
  validation: InputSet;
  tell: (line: string) => void;
}

/** Draws the images of a lesson. */
export function drawLesson(
  problem: Problem,
  bias: Bias,
  schedule: Schedule,
  seed: number,
  tell: (line: string) => void,
): Lesson {
  const draw = (name: string, count: number): InputSet =>
    drawSet(problem, bias, `${name}-${bias}-${seed}`, count, problem.drawSize);
  tell(`drawing ${schedule.images + schedule.validation} images`);
  const training = draw('train', schedule.images);
  return { problem, schedule, seed, tell, training, validation: draw('validate', schedule.validation) };
}
