import type { Answers } from './bind';
import type { Desk } from './desk';
import { explaining } from './explaining';
import { explainingSeries } from './explaining-series';
import { exporting } from './exporting';
import { models } from './models';
import { objects } from './objects';
import { opening } from './opening';
import { reviewing } from './reviewing';
import { slices } from './slices';
import { tour } from './tour';

/** All answers to the window; one group a file. */
export function answersOf(desk: Desk): Answers {
  return {
    ...opening(desk),
    ...slices(desk),
    ...objects(desk),
    ...models(desk),
    ...explaining(desk),
    ...explainingSeries(desk),
    ...reviewing(desk),
    ...exporting(desk),
    ...tour(desk),
  };
}
