import { texturePng } from './pictures';
import { endWatch, startWatch } from './longest-task';
import { slide } from './slider';
import { openWindow } from './window';
import { type Spread, spreadOf } from '../statistics';

/** What a square picture costs the window while it is explained and its overlay is moved; ms. */
export interface WindowFigures {
  readonly side: number;
  readonly longestTaskDuringExplanation: Spread;
  readonly sliderWork: Spread;
  readonly sliderShown: Spread;
}

const explanations = 5;
const steps = 40;

/** Measures one picture size in a window of its own. */
export async function windowFigures(side: number): Promise<WindowFigures> {
  const { app, page } = await openWindow([texturePng(side)]);
  try {
    const longest: number[] = [];
    const explain = page.getByTestId('explain').and(page.locator(':enabled'));
    for (let i = 0; i <= explanations; i++) {
      await explain.waitFor();
      await startWatch(page);
      await page.getByTestId('explain').click();
      await page.getByTestId('heat-map').waitFor({ state: 'attached' });
      await explain.waitFor();
      const gap = await endWatch(page);
      // The first also loads what is loaded once; it is what a person meets only at the beginning.
      if (i > 0) longest.push(gap);
    }
    const { work, shown } = await slide(page, 'opacity', steps);
    return {
      side,
      longestTaskDuringExplanation: spreadOf(longest),
      sliderWork: spreadOf(work),
      sliderShown: spreadOf(shown),
    };
  } finally {
    await app.close();
  }
}
