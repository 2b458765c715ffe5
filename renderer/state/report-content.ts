import type { ReportContent } from '../../preload/vocabulary';
import type { Review } from '../review.svelte';
import { localNow } from './local-time';

/** An object without one of its properties. */
function without<Whole extends object, Key extends keyof Whole>(whole: Whole, key: Key): Omit<Whole, Key> {
  return Object.fromEntries(Object.entries(whole).filter(([name]) => name !== key)) as Omit<Whole, Key>;
}

/** A report of the screen; null while something of it is missing, or the audit is of other marks than those shown. */
export function reportContent(review: Review): ReportContent | null {
  const { models, audits, explanation, overlay } = review;
  const { study, series, shown, display } = review.pane;
  const method = models.methods.find(({ id }) => id === explanation?.method);
  if (!study || !series || !shown || !models.loaded) return null;
  if (!explanation || !method || audits.current?.explanationId !== explanation.id) return null;
  const { slice, place } = shown;
  return {
    study: without(study, 'series'),
    series: without(series, 'instances'),
    instance: place.instance,
    slice,
    display: {
      window: display.windowFor(slice),
      invert: display.invert,
      overlaysShown: display.overlaysShown,
      overlay: { ...overlay.settings },
    },
    model: models.loaded,
    method,
    explanation,
    regions: [...review.frameRegions],
    // Not the one whose points are still being placed: it measures nothing yet.
    measurements: review.regions
      .measurementsOn(slice)
      .filter((one) => one !== review.regions.measurementDraft),
    audit: audits.current,
    comment: review.regions.comment,
    createdAt: localNow(),
    software: review.start.versions,
  };
}
