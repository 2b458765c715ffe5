import type { Review } from './review.svelte';
import type { Shortcut } from './shortcut';
import { showObject } from './views/show-object';

/** Shows the objects of the study one after the other; after the last takes all of them off. */
function nextObject(review: Review): void {
  const { imports, library, pane } = review;
  const uid = pane.study?.studyInstanceUid;
  const study = library.studies.find(({ studyInstanceUid }) => studyInstanceUid === uid);
  if (!study || imports.running) return;
  const next = study.objects.find(
    ({ sopInstanceUid }) => !imports.isShown(sopInstanceUid) && !imports.read[sopInstanceUid],
  );
  if (next) void showObject(review, study, next);
  else for (const { sopInstanceUid } of study.objects) imports.hide(sopInstanceUid);
}

/** What keys do to segmentations, structure sets, reports and parametric maps. */
export const objectShortcuts: readonly Shortcut[] = [
  {
    keys: ['Shift+J'],
    group: 'Regions',
    title: 'Show the next segmentation, structure set, report or map; after the last none',
    run: nextObject,
  },
  {
    keys: ['Shift+E'],
    group: 'Explain',
    title: 'Explanation or map of an object in front',
    run: ({ imports }) => (imports.inFront = !imports.inFront),
  },
];
