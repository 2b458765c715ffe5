import type { Start } from '../preload/contract';
import type { Explanation, ReportFormat, Slice } from '../preload/vocabulary';
import { ask } from './ask';
import { type DrawnMap, drawnExplanation } from './state/drawn-map';
import type { CutDirection } from './picture/mpr/cut';
import { Agreements } from './state/agreements.svelte';
import { Audits } from './state/audits.svelte';
import { Comparison } from './state/comparison.svelte';
import { Explanations } from './state/explanations.svelte';
import { type Place, placeKey } from './state/frames';
import { Imports, namesOf } from './state/imports.svelte';
import { Library } from './state/library.svelte';
import { Models } from './state/models.svelte';
import { Overlay } from './state/overlay.svelte';
import { withClass } from './state/class-question';
import { carriedBy } from './state/mpr/carried';
import { Cuts } from './state/mpr/cuts.svelte';
import type { Pane } from './state/pane.svelte';
import { Panes } from './state/panes.svelte';
import { Problems } from './state/problems.svelte';
import { Regions } from './state/regions.svelte';
import { reportContent } from './state/report-content';
import { Reports } from './state/reports.svelte';
import { SeriesRun } from './state/series-run.svelte';
import { SliceReader } from './state/slice-reader';
import { Workplace } from './state/workplace.svelte';

const notOnCuts =
  'A cut is computed, and models are made for acquired slices: explain slices of the series itself, and their heat maps appear here.';

const notMarkedOnCuts =
  'A cut is computed from the slices: mark regions on the slices themselves, where the audit looks for them; a cut can be measured.';

/** All mutable state of a review, by concern, and what joins the concerns. */
export class Review {
  readonly problems = new Problems();
  /** Reads slices for all panes, and for those who show them elsewhere. */
  readonly reader = new SliceReader();
  readonly cuts: Cuts = new Cuts(this.problems, this.reader, () => this.library.opening !== null);
  readonly panes = new Panes(this.cuts);
  readonly library = new Library(this.problems, this.panes);
  readonly models = new Models(this.problems);
  readonly explanations = new Explanations(this.models, this.problems);
  readonly seriesRun = new SeriesRun(this.explanations, this.problems);
  readonly comparison = new Comparison(
    this.models,
    this.panes,
    this.cuts,
    this.problems,
    () => this.library.studies,
  );
  readonly agreements = new Agreements();
  readonly overlay = new Overlay();
  readonly regions = new Regions(this.problems);
  readonly imports = new Imports(this.regions, this.problems);
  readonly audits = new Audits();
  readonly reports = new Reports(this.problems);
  readonly workplace = new Workplace();
  start = $state.raw<Start>({ paths: [], tour: '', versions: {} });

  /** The active pane; slice, explanation and frameRegions are those of it. */
  readonly pane = $derived<Pane>(this.panes.active);
  readonly slice = $derived<Slice | null>(this.pane.slice);
  readonly explanation = $derived(this.explanationIn(this.pane));
  /** The regions of the active pane's frame. */
  readonly frameRegions = $derived(this.slice ? this.regions.on(this.slice) : []);
  /** True where the active pane's map shows nothing: the model found no positive evidence for the class. */
  readonly noEvidence = $derived(this.isWithoutEvidence(this.explanation));

  /** What explains a slice, by the model that is chosen now; null where nothing does. */
  explanationOf(slice: Slice | null): Explanation | null {
    return this.explanations.of(slice);
  }

  /** What explains a pane's slice; of a modality beside the active pane's, by whichever model was last: it has its own. */
  explanationIn(pane: Pane): Explanation | null {
    if (this.comparison.has(pane)) return this.comparison.explanationIn(pane);
    const { slice, series } = pane;
    const isBeside = series?.modality !== this.pane.series?.modality;
    return isBeside ? this.explanations.newestOf(slice) : this.explanationOf(slice);
  }

  /** The heat map over a pane's picture: of its slice, or of the slices that its cut runs through. */
  drawnOn(pane: Pane): DrawnMap | null {
    const { shown, slice } = pane;
    const explanation = this.explanationIn(pane);
    const imported = this.comparison.has(pane) ? null : this.imports.drawnOn(slice);
    if (imported && (this.imports.inFront || !explanation)) return imported;
    return explanation ? this.#drawn(explanation) : shown && this.#carriedTo(shown.place);
  }

  #drawn(explanation: Explanation): DrawnMap {
    const { chosen, models } = this.models;
    const name = models.find(({ id }) => id === explanation.modelId)?.name ?? '';
    return { ...drawnExplanation(explanation), name: explanation.modelId === chosen ? '' : name };
  }

  #carriedTo(place: Place): DrawnMap | null {
    const source = this.cuts.sourceOf(place);
    if (!source) return null;
    const imported = this.#importedAlong(place, source);
    return this.imports.inFront
      ? (imported ?? this.#explainedAlong(place, source))
      : (this.#explainedAlong(place, source) ?? imported);
  }

  #importedAlong(place: Place, source: readonly Place[]): DrawnMap | null {
    const like = this.imports.anyOn(source);
    const map = like && this.cuts.mapAlong(place, (one) => this.imports.mapLike(like, one));
    return map && { map, seen: null, ...namesOf(like) };
  }

  #explainedAlong(place: Place, source: readonly Place[]): DrawnMap | null {
    const carried = carriedBy(this.explanations.byFrame, this.models.chosen, source);
    const map = carried && this.cuts.mapAlong(place, (one) => carried.of.get(placeKey(one))?.map ?? null);
    return map && { map, seen: null, unit: carried.unit, name: carried.name };
  }

  /** True where an explanation's map shows nothing although the method gave one. */
  isWithoutEvidence(explanation: Explanation | null): boolean {
    return explanation?.layer !== '' && explanation?.map.peak === 0;
  }

  /** Opens what the application was started with. */
  async begin(): Promise<void> {
    try {
      this.start = await ask('start', null);
    } catch (thrown) {
      this.problems.report(thrown);
    }
    await this.models.list();
    if (this.start.paths.length > 0) await this.library.open({ paths: this.start.paths });
  }

  /** Shows the active pane's series cut in a direction of the patient, or (null) as it was acquired. */
  cut(direction: CutDirection | null): Promise<void> {
    return this.cuts.show(this.pane, direction, this.panes.all);
  }

  /** Whether a region may be marked on a pane's picture; tells the person where it may not. */
  mayMark({ shown }: Pane): boolean {
    const onCut = shown !== null && this.cuts.sourceOf(shown.place) !== null;
    if (onCut) this.problems.tell(notMarkedOnCuts);
    return !onCut;
  }

  /** Whether a pane's picture may be explained; tells the person where it may not. */
  mayExplain({ shown }: Pane): boolean {
    const onCut = shown !== null && this.cuts.sourceOf(shown.place) !== null;
    if (onCut) this.problems.tell(notOnCuts);
    return !onCut;
  }

  /**
   * Runs the model on the slice that the active pane is asked for, which may still be on its way to the screen; in a
   * comparison for each of its questions. True when it was answered.
   */
  async explain(): Promise<boolean> {
    const { pane } = this;
    const { place } = pane;
    if (!place || !pane.slice || !this.mayExplain(pane)) return false;
    const shown = await pane.slices.arrived(place);
    // Who went on meanwhile never saw it, and may have asked about another by now.
    if (!shown || !pane.place || placeKey(pane.place) !== placeKey(place)) return false;
    if (this.comparison.has(pane)) return this.comparison.explain(shown);
    return this.explanations.explain(shown.slice, shown.place.instance.path);
  }

  /** Explains a class instead of the one before. */
  async explainClass(classIndex: number): Promise<boolean> {
    Object.assign(this.models, withClass(this.models, classIndex));
    return this.explain();
  }

  /** Exports the screen as a report; the path, or null. */
  async export(format: ReportFormat): Promise<string | null> {
    const content = reportContent(this);
    return content && this.reports.export(format, content);
  }
}
