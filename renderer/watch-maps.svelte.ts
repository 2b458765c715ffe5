import { untrack } from 'svelte';
import type { Review } from './review.svelte';
import type { Pane } from './state/pane.svelte';

/** A slice that is passed in less than so many ms is not looked at. */
const looked = 80;

/** A pane's slice that was explained without its map being here → its map, once somebody stays with the slice. */
export function watchMaps({ explanations }: Review, pane: Pane): void {
  $effect(() => {
    const { shown } = pane;
    if (!shown || !explanations.withoutMap(shown.slice)) return;
    const { slice, place } = shown;
    const fetch = (): void => void explanations.fetchMap(slice, place.instance.path);
    const timer = setTimeout(() => untrack(fetch), looked);
    return () => clearTimeout(timer);
  });
}
