import type { Review } from './review.svelte';

/** Follows the application's messages; the answer stops. */
export function listen(review: Review): () => void {
  const { problems, library, models, explanations, comparison, seriesRun } = review;
  const { on } = window.sightline;
  const stops = [
    on('progress', ({ requestId, progress }) => {
      library.progress(requestId, progress.note);
      models.progress(requestId, progress.note);
      explanations.progress(requestId, progress);
      comparison.answers.progress(requestId, progress);
      seriesRun.progress(requestId, progress);
    }),
    on('seriesPart', ({ requestId, part }) => seriesRun.part(requestId, part)),
    on('engine', ({ state, message }) => {
      problems.processState('engine', state, message);
      if (state !== 'restarted') return;
      explanations.mapsAreGone();
      comparison.answers.forget();
    }),
    on('reader', ({ state, message }) => problems.processState('reader', state, message)),
    on('openPaths', ({ paths }) => void library.open({ paths })),
  ];
  return () => stops.forEach((stop) => stop());
}

/** Opens files and folders that were dropped on the window. */
export function openDropped({ library, problems }: Review, transfer: DataTransfer | null): void {
  const paths = Array.from(transfer?.files ?? [], (file) => window.sightline.pathOf(file)).filter(Boolean);
  if (paths.length > 0) void library.open({ paths });
  else problems.tell('What was dropped is not a file or folder on this computer.');
}
