import type { Start } from '../preload/contract';
import type { ReportFormat, Slice } from '../preload/vocabulary';
import { ask } from './ask';
import { Audits } from './state/audits.svelte';
import { Display } from './state/display.svelte';
import { Explanations } from './state/explanations.svelte';
import { Library } from './state/library.svelte';
import { Models } from './state/models.svelte';
import { Overlay } from './state/overlay.svelte';
import { Problems } from './state/problems.svelte';
import { Regions } from './state/regions.svelte';
import { reportContent } from './state/report-content';
import { Reports } from './state/reports.svelte';
import { Slices } from './state/slices.svelte';
import { Workplace } from './state/workplace.svelte';

/** All mutable state of a review, by concern, and what joins the concerns. */
export class Review {
  readonly problems = new Problems();
  readonly library = new Library(this.problems);
  readonly slices = new Slices(this.problems);
  readonly display = new Display();
  readonly models = new Models(this.problems);
  readonly explanations = new Explanations(this.models, this.problems);
  readonly overlay = new Overlay();
  readonly regions = new Regions(this.problems);
  readonly audits = new Audits();
  readonly reports = new Reports(this.problems);
  readonly workplace = new Workplace();
  start = $state.raw<Start>({ paths: [], tour: '', versions: {} });

  readonly slice = $derived<Slice | null>(this.slices.shown?.slice ?? null);
  readonly explanation = $derived(this.explanations.of(this.slice));
  /** The regions of the frame on screen. */
  readonly frameRegions = $derived(this.slice ? this.regions.on(this.slice) : []);
  /** True where the map shows nothing: the model found no positive evidence for the class. */
  readonly noEvidence = $derived(this.explanation?.map.peak === 0 && !this.models.loaded?.camProblem);

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

  /** Runs the model on the slice on screen. True when it was answered. */
  async explain(): Promise<boolean> {
    const { shown } = this.slices;
    return shown ? this.explanations.explain(shown.slice, shown.place.instance.path) : false;
  }

  /** Explains a class instead of the one before. */
  async explainClass(classIndex: number): Promise<boolean> {
    this.models.classIndex = classIndex;
    return this.explain();
  }

  /** Exports the screen as a report; the path, or null. */
  async export(format: ReportFormat): Promise<string | null> {
    const content = reportContent(this);
    return content && this.reports.export(format, content);
  }
}
