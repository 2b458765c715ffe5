import type { HeatMap, Series, Slice } from '../../../preload/vocabulary';
import { AskError } from '../../ask';
import type { CutDirection } from '../../picture/mpr/cut';
import { pixelToPatient } from '../../picture/plane';
import { type Stack, stackOf } from '../../picture/mpr/stack';
import { framesOf, type Place } from '../frames';
import { indexThrough, type Spot3d } from '../linking';
import { geometryOfPlace } from '../notices';
import type { Pane } from '../pane.svelte';
import { planeOfPlace } from '../plane-of-place';
import type { Problems } from '../problems.svelte';
import type { ReadOptions, SliceSource } from '../slice-source';
import { CutSeries } from './cut-series';
import { binningFor, readVolume, type SeriesVolume, volumeBudget } from './series-volume';

/** Which pane waits for a volume, and how far its reading is. */
export interface CutProgress {
  readonly paneId: number;
  readonly done: number;
  readonly total: number;
}

interface SourceVolume {
  readonly series: Series;
  readonly places: readonly Place[];
  readonly stack: Stack;
  readonly read: SeriesVolume;
}

/** A cut through the half of a series that is known so far would pass for the whole. */
const stillOpening = 'Files are still being read; cut the series when all of its slices are known.';

const stackOfPlaces = (places: readonly Place[]): Stack | string =>
  stackOf(places.map((place) => ({ ...place.instance, geometry: geometryOfPlace(place) })));

/** The place in the patient in the middle of what a pane shows; null where that is not known. */
function middleOf({ place, placement }: Pane): Spot3d | null {
  const plane = place && planeOfPlace(place);
  if (!plane) return null;
  const { columns, rows, frameOfReferenceUid } = place.instance;
  return {
    place: pixelToPatient(plane, placement?.centre ?? [columns / 2, rows / 2]),
    frameOfReferenceUid,
  };
}

/** The series that are cut in other directions, and the volumes that they are cut from; a source of slices to the panes. */
export class Cuts implements SliceSource {
  #cuts: readonly CutSeries[] = [];
  #volumes: readonly SourceVolume[] = [];
  #controller: AbortController | null = null;
  /** How many cuts are being made. */
  #making = 0;
  progress = $state.raw<CutProgress | null>(null);

  /**
   * @param files what the acquired slices are read from
   * @param isOpening whether files are being read, so that a series may have more slices than are known
   */
  constructor(
    private readonly problems: Problems,
    private readonly files: SliceSource,
    private readonly isOpening = (): boolean => false,
  ) {}

  isAtHand(place: Place): boolean {
    return this.#of(place) !== undefined || this.files.isAtHand(place);
  }

  async read(place: Place, options?: ReadOptions): Promise<Slice> {
    return this.#of(place)?.slice(place) ?? this.files.read(place, options);
  }

  /** The direction in which a series is cut; null where it is as it was acquired. */
  directionOf(series: Series | null): CutDirection | null {
    return (series && this.#cutOf(series)?.direction) ?? null;
  }

  /** The series as it was acquired, of a cut or of itself. */
  acquired(series: Series): Series {
    return this.#cutOf(series)?.source ?? series;
  }

  /** Why a series cannot be cut, in a sentence; '' where it can. */
  refusalOf(series: Series): string {
    const stack = this.#stackOf(this.acquired(series));
    return typeof stack === 'string' ? stack : '';
  }

  /** The acquired slices that a place was cut from; null where it is an acquired one itself. */
  sourceOf(place: Place): readonly Place[] | null {
    return this.#of(place)?.sourcePlaces ?? null;
  }

  /** The heat maps of the acquired slices along a place of a cut; null where it is none, or where there are none. */
  mapAlong(place: Place, mapOf: (place: Place) => HeatMap | null): HeatMap | null {
    return this.#of(place)?.map(place, mapOf) ?? null;
  }

  /**
   * Shows a pane's series cut in a direction, or as it was acquired, through the middle of what the pane shows now.
   * @param panes all there are: what none of them shows is given up for the memory
   */
  async show(pane: Pane, direction: CutDirection | null, panes: readonly Pane[]): Promise<void> {
    const { study, series } = pane;
    if (!study || !series || direction === this.directionOf(series)) return;
    const source = this.acquired(series);
    this.#making++;
    try {
      const shown = direction ? (await this.#cut(pane, source, direction)).series : source;
      if (pane.series !== series) return;
      const [window, spot] = [pane.display.chosen, middleOf(pane)];
      pane.select(study, shown);
      pane.display.chosen = window;
      pane.goTo((spot && indexThrough(spot, pane.frames, 0)) ?? Math.floor(pane.frames.length / 2));
    } catch (thrown) {
      this.problems.report(thrown);
    } finally {
      this.#making--;
      this.keepOnly(panes);
    }
  }

  /**
   * Gives up the cuts that no pane shows, and the volumes that none of the cuts or series shown needs. Not while a cut
   * is made: no pane shows it yet.
   */
  keepOnly(panes: readonly Pane[]): void {
    if (this.#making > 0) return;
    const shown = panes.map(({ series }) => series);
    this.#cuts = this.#cuts.filter(({ series }) => shown.includes(series));
    const sources = [...shown, ...this.#cuts.map(({ source }) => source)];
    this.#volumes = this.#volumes.filter(({ series }) => sources.includes(series));
  }

  /** Stops the reading of a volume. */
  cancel(): void {
    this.#controller?.abort();
  }

  #stackOf(series: Series): Stack | string {
    return this.isOpening() ? stillOpening : stackOfPlaces(framesOf(series));
  }

  #of({ instance }: Place): CutSeries | undefined {
    if (instance.path !== '') return undefined;
    return this.#cuts.find((cut) => cut.has(instance));
  }

  #cutOf({ seriesInstanceUid }: Series): CutSeries | undefined {
    return this.#cuts.find(({ series }) => series.seriesInstanceUid === seriesInstanceUid);
  }

  async #cut(pane: Pane, source: Series, direction: CutDirection): Promise<CutSeries> {
    const known = this.#cuts.find((cut) => cut.source === source && cut.direction === direction);
    if (known) return known;
    const { places, stack, read } = await this.#volumeOf(pane, source);
    const cut = new CutSeries(source, places, direction, stack, read);
    this.#cuts = [
      ...this.#cuts.filter(({ series }) => series.seriesInstanceUid !== cut.series.seriesInstanceUid),
      cut,
    ];
    return cut;
  }

  async #volumeOf(pane: Pane, series: Series): Promise<SourceVolume> {
    const known = this.#volumes.find((volume) => volume.series === series);
    if (known) return known;
    const places = framesOf(series);
    const stack = this.#stackOf(series);
    if (typeof stack === 'string') throw new AskError({ kind: 'person', message: stack });
    const read = await this.#read(pane, places, stack);
    const volume = { series, places, stack, read };
    this.#volumes = [...this.#volumes, volume];
    return volume;
  }

  async #read(pane: Pane, places: readonly Place[], stack: Stack): Promise<SeriesVolume> {
    this.cancel();
    const controller = new AbortController();
    this.#controller = controller;
    const onProgress = (done: number): void => {
      if (this.#controller === controller) this.progress = { paneId: pane.id, done, total: places.length };
    };
    try {
      return await readVolume(places, stack, (place) => this.files.read(place), {
        ...{ onProgress, signal: controller.signal, binning: binningFor(stack, this.#left()) },
      });
    } finally {
      if (this.#controller === controller) this.progress = this.#controller = null;
    }
  }

  /** What is left of the budget beside the volumes that are shown; at least a quarter of it. */
  #left(): number {
    const used = this.#volumes.reduce((sum, { read }) => sum + read.volume.values.byteLength, 0);
    return Math.max(volumeBudget / 4, volumeBudget - used);
  }
}
