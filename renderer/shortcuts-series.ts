import { explainSeries, stripIn } from './explain-series';
import type { Review } from './review.svelte';
import type { Shortcut } from './shortcut';
import { nextPeak } from './state/series-strip';

function goToPeak(review: Review, direction: 1 | -1): void {
  const { pane } = review;
  const strip = stripIn(review, pane);
  const peak = strip && nextPeak(strip, pane.index, direction);
  if (peak) pane.goTo(peak.index);
}

function goToHighest(review: Review): void {
  const highest = stripIn(review, review.pane)?.highestPeak;
  if (highest) review.pane.goTo(highest.index);
}

/** What keys do to the explanations of a series. */
export const seriesShortcuts: readonly Shortcut[] = [
  {
    keys: ['Shift+Enter'],
    group: 'Explain',
    title: 'Explain all slices of the series',
    run: (review) => void explainSeries(review),
  },
  {
    keys: ['Shift+PageDown'],
    group: 'Explain',
    title: 'Next slice where the map peaks',
    run: (review) => goToPeak(review, 1),
  },
  {
    keys: ['Shift+PageUp'],
    group: 'Explain',
    title: 'The one before',
    run: (review) => goToPeak(review, -1),
  },
  { keys: ['Shift+Home'], group: 'Explain', title: 'Slice with the highest peak', run: goToHighest },
];
