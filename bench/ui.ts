import type { Bench } from './bench';
import { spreadOf } from './statistics';
import { windowFigures } from './ui/explaining';
import { startUp } from './ui/start-up';

const sides = [512, 2048];
const starts = 5;

/** The window: longest task during an explanation, a slider step's redraw, and the time from `npm start`. */
export const uiBench: Bench = {
  name: 'ui',
  what: 'the longest task of the window during an explanation, a slider step, and the start, ms',
  async run() {
    const pictures = [];
    for (const side of sides) pictures.push(await windowFigures(side));
    const times: number[] = [];
    for (let i = 0; i < starts; i++) times.push(await startUp());
    return { unit: 'ms', pictures, startToInteractive: spreadOf(times) };
  },
};
