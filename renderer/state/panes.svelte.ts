import type { Series, Study } from '../../preload/vocabulary';
import { pixelToPatient } from '../picture/plane';
import { placeKey } from './frames';
import { type Layout, paneCounts, seriesToFill } from './layouts';
import { indexThrough, nearestIndex, type Spot3d, stepOf } from './linking';
import { Pane } from './pane.svelte';
import { planeOfPlace } from './plane-of-place';
import type { SliceSource } from './slices.svelte';

/** The viewports side by side; one of them is active: keys, lists and reports speak of it. */
export class Panes {
  /** All there can be; those beyond the layout keep what they showed. */
  readonly all: readonly Pane[];
  layout = $state<Layout>('1×1');
  activeId = $state(0);
  /** Whether panes scroll, pan, zoom and window in step, as far as what they show allows it. */
  link = $state(true);
  /** Whether the plane of the active pane is drawn on the others. */
  referenceLines = $state(true);
  /** Those on screen, row by row: those around the active one. */
  readonly list = $derived.by<readonly Pane[]>(() => {
    const count = paneCounts[this.layout];
    const first = Math.floor(this.activeId / count) * count;
    return this.all.slice(first, first + count);
  });
  /** The spot of the patient that was located last. */
  spot = $state.raw<Spot3d | null>(null);
  readonly active = $derived.by<Pane>(() => this.all[this.activeId]!);
  #before: Layout = '1×1';

  constructor(source: SliceSource) {
    this.all = [0, 1, 2, 3].map((id) => new Pane(id, source));
  }

  /** The study that is looked at: the active pane's. */
  get study(): Study | null {
    return this.active.study;
  }

  /** Makes a pane the active one; what a tool has begun in another is given up, as it belongs to that picture. */
  activate(pane: Pane): void {
    if (pane.id === this.activeId) return;
    this.active.viewport?.cancelTool();
    this.activeId = pane.id;
  }

  /** Makes the pane so many places on (or back) the active one. */
  step(by: number): void {
    const { list } = this;
    this.activate(list[(list.indexOf(this.active) + by + list.length) % list.length]!);
  }

  /** Lays out the panes; what they show stays, and empty ones are given what is left of the active one's study. */
  lay(layout: Layout): void {
    const before = this.list;
    this.layout = layout;
    // Until they are drawn in their new size, nothing is told of where their pictures lie.
    if (before.length !== this.list.length) for (const pane of this.list) pane.placement = null;
    this.#fill();
  }

  /** The active pane alone, or again among the others. */
  maximise(): void {
    const { layout } = this;
    this.lay(layout === '1×1' ? this.#before : '1×1');
    this.#before = layout;
  }

  /** Shows a series in a pane, at the position of those that it will be in step with, and makes the pane active. */
  show(pane: Pane, study: Study, series: Series): void {
    this.#put(pane, study, series);
    this.activate(pane);
  }

  /** More was read of the studies: every pane takes its series as it is known now; empty ones are filled. */
  renew(studies: readonly Study[]): void {
    for (const pane of this.all) {
      const study = studies.find(({ studyInstanceUid }) => studyInstanceUid === pane.study?.studyInstanceUid);
      const series = study?.series.find(
        ({ seriesInstanceUid }) => seriesInstanceUid === pane.series?.seriesInstanceUid,
      );
      if (study && series) this.#renew(pane, study, series);
    }
    if (!this.active.series) this.showAny(studies);
    this.#fill();
  }

  /** Shows the first of some studies that has a series; nothing of another patient is left beside it. */
  showAny(studies: readonly Study[]): void {
    const study = studies.find(({ series }) => series.length > 0);
    if (!study) return;
    for (const pane of this.all) if (pane.study && !isSamePatient(pane.study, study)) pane.clear();
    this.#put(this.active, study, study.series[0]!);
    this.#fill();
  }

  #put(pane: Pane, study: Study, series: Series): void {
    pane.select(study, series);
    this.#meet(pane);
  }

  /** A pane that still shows where it met the others meets them again: the slice may only have been read now. */
  #renew(pane: Pane, study: Study, series: Series): void {
    const isMore = series.instances.length !== pane.series?.instances.length;
    const isWhereItMet = pane.metAt === keyOf(pane);
    pane.renew(study, series);
    if (isMore && isWhereItMet && pane !== this.active) this.#meet(pane);
  }

  #meet(pane: Pane): void {
    const others = this.link ? [this.active, ...this.list].filter((other) => other !== pane) : [];
    const indices = others.map((other) => meetingIndex(other, pane));
    pane.goTo(indices.find((index) => index !== null) ?? pane.index);
    pane.metAt = keyOf(pane);
  }

  #fill(): void {
    const { study } = this.active;
    if (!study) return;
    const empty = this.list.filter(({ series }) => !series);
    const left = seriesToFill(study, this.list);
    for (const pane of empty) {
      const series = left.shift();
      if (series) this.#put(pane, study, series);
    }
  }
}

/** The slice of a pane that lies where another looks: at its position, or through the middle of its picture. */
function meetingIndex({ place, frames, placement }: Pane, pane: Pane): number | null {
  if (!place) return null;
  const { columns, rows, frameOfReferenceUid } = place.instance;
  const parallel = nearestIndex(place, stepOf(frames), pane.frames, pane.index);
  const plane = planeOfPlace(place);
  if (parallel !== null || !plane) return parallel;
  const middle = pixelToPatient(plane, placement?.centre ?? [columns / 2, rows / 2]);
  return indexThrough({ place: middle, frameOfReferenceUid }, pane.frames, pane.index);
}

const keyOf = ({ place }: Pane): string => (place ? placeKey(place) : '');

/** Whether two studies are of one patient, as far as their files say. */
export const isSamePatient = (a: Study, b: Study): boolean =>
  a.patientId === b.patientId && a.patientName === b.patientName;
