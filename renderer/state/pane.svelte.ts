import type { Series, Slice, Study } from '../../preload/vocabulary';
import { type Affine, identity } from '../viewport/affine';
import type { Placement, Wish } from '../viewport/placement';
import { Display } from './display.svelte';
import { framesOf, type Place, placeKey } from './frames';
import { instancesOf } from './instances';
import { type Shown, type SliceSource, Slices } from './slices.svelte';

/** What can be done to a viewport from outside; there while it is mounted. */
export interface ViewportActions {
  fit(): void;
  /** Puts a point of the image into the middle, at a size. */
  look(wish: Wish): void;
  /** Zooms by a factor about the middle. */
  zoomBy(factor: number): void;
  /** Moves the picture by canvas pixels. */
  panBy(x: number, y: number): void;
  /** Where the picture lies, or will as soon as it is drawn again; null while there is none. */
  lies(): Placement | null;
  /** Ends, or gives up, what the active tool has begun. */
  finishTool(): void;
  cancelTool(): boolean;
}

/** One viewport: which series and frame it shows, how, and where its picture lies. */
export class Pane {
  study = $state.raw<Study | null>(null);
  series = $state.raw<Series | null>(null);
  /** Place in the reading order, from 0. */
  index = $state(0);
  readonly frames = $derived<readonly Place[]>(this.series ? framesOf(this.series) : []);
  /** The place that is asked for; `shown` follows as soon as its slice is at hand. */
  readonly place = $derived<Place | null>(this.frames[this.index] ?? null);
  readonly slices: Slices;
  readonly #instances = $derived(instancesOf(this.series));
  readonly display = new Display();
  cine = $state(false);
  /** Frames a second that a person chose for cine; null for the series' own. */
  cineRate = $state<number | null>(null);
  /** True once a series that was chosen has taken its place among linked panes; until then it follows and never leads. */
  settled = $state(false);
  /** Image pixel under the cursor, column and row from 0; null outside the image. */
  cursor = $state.raw<readonly [number, number] | null>(null);
  /** Image to canvas, as cornerstone draws it now. */
  view = $state.raw<Affine>(identity);
  /** The same, told apart from the viewport's size; null until a picture of the series is drawn. */
  placement = $state.raw<Placement | null>(null);
  /** Where the picture lay when the pane left the screen. */
  leftAt: Placement | null = null;
  /** Key of the place that was shown at first, where the other panes look. */
  metAt = '';
  /** Canvas pixels an image pixel, as a factor. */
  readonly zoom = $derived(this.view.scaleX);
  /** What the viewport offers to the keyboard; set while it is mounted. */
  viewport = $state.raw<ViewportActions | null>(null);
  /** The slice on screen together with its place; null while there is none of this series. */
  readonly shown = $derived.by<Shown | null>(() => {
    const { shown } = this.slices;
    return shown && this.#instances.has(shown.place.instance.sopInstanceUid) ? shown : null;
  });
  readonly slice = $derived<Slice | null>(this.shown?.slice ?? null);

  /**
   * @param id its number among the panes, from 0
   * @param source what all panes read their slices from
   */
  constructor(
    readonly id: number,
    source: SliceSource,
  ) {
    this.slices = new Slices(source);
  }

  /** Shows a series from its first frame, in its own window; the same series again only goes back to the first frame. */
  select(study: Study, series: Series): void {
    if (series.seriesInstanceUid !== this.series?.seriesInstanceUid) {
      this.display.reset();
      this.cine = false;
      this.placement = this.leftAt = null;
      this.settled = false;
    }
    this.study = study;
    this.series = series;
    this.index = 0;
  }

  /** Shows nothing. */
  clear(): void {
    this.study = this.series = null;
    this.index = 0;
    this.placement = this.leftAt = null;
    this.settled = this.cine = false;
  }

  /** Its viewport leaves the screen. */
  leave(): void {
    this.leftAt = this.placement;
    this.placement = null;
    this.viewport = null;
  }

  /**
   * Takes the series that it shows as it is known now. The image that is looked at stays, wherever it lies by now;
   * who has not left the first place is shown the first image.
   */
  renew(study: Study, series: Series): void {
    const looked = this.index > 0 && series !== this.series ? this.place : null;
    this.study = study;
    this.series = series;
    if (!looked) return;
    const key = placeKey(looked);
    const index = this.frames.findIndex((place) => placeKey(place) === key);
    if (index >= 0) this.index = index;
  }

  /** Moves to a place; outside the series means its nearest end. */
  goTo(index: number): void {
    this.index = Math.min(Math.max(0, Math.round(index)), Math.max(0, this.frames.length - 1));
  }
}
