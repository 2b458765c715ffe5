import { join } from 'node:path';
import { writeWhole } from '../process/write-whole';
import type { Answers } from './bind';
import type { Desk } from './desk';

/** The end of a guided tour: the window's picture beside the reports, one line, and out. */
export function tour({ curtain, launch }: Desk): Pick<Answers, 'endTour'> {
  return {
    endTour: async ({ ok, message }) => {
      if (!launch.tour) throw new Error('There is no tour to end.');
      const picture = join(launch.tour, 'window.png');
      await writeWhole(picture, await curtain.picture(), { makeFolder: true });
      curtain.say(message);
      curtain.exit(ok ? 0 : 1);
      return null;
    },
  };
}
