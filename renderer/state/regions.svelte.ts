import { textOf, valueOf } from '../../preload/text';
import type { Measurement, Region, RegionKind, SliceReference } from '../../preload/vocabulary';
import { ask } from '../ask';
import { Comment } from './comment.svelte';
import { changeOf } from './change';
import { exchanged, has, markedOn, type Marks, putInto, sameMarks, without, withText } from './marks';
import type { Problems } from './problems.svelte';
import { amend, beginHistory, type History, record, redo, undo } from './undo';
import { WriteQueue } from './write-queue.svelte';

const nothing: Marks = { regions: [], measurements: [] };

/** The regions, measurements and comment of the open study, with undo; on disk from the moment they are made. */
export class Regions {
  #study = '';
  /** UID of the study whose earlier marks are at hand; until then nothing may be saved over them. */
  atHand = $state('');
  #history = $state.raw<History<Marks>>(beginHistory(nothing));
  /** A region as it is being drawn or dragged; shown and audited in place of the kept one, not saved. */
  draft = $state.raw<Region | null>(null);
  /** The same of a measurement; while its points are being placed it has fewer than its kind asks for. */
  measurementDraft = $state.raw<Measurement | null>(null);
  /** Id of the selected region or measurement; '' where none is. */
  selected = $state('');
  /** Id of the region or measurement whose text is being typed; '' where none is. */
  typing = $state('');
  /** What the next region will be called. */
  kind = $state<RegionKind>('lesion');
  /** What is known to be on disk of the study; what could not be written is written with the next change. */
  #kept: { marks: Marks } = { marks: nothing };
  readonly #queue: WriteQueue;
  readonly #comment = new Comment((comment) => this.#saveComment(comment));

  constructor(private readonly problems: Problems) {
    this.#queue = new WriteQueue(problems);
  }

  /** All regions of the study, the draft in place of its kept self. */
  readonly all = $derived.by<readonly Region[]>(() => {
    const { regions } = this.#history.now;
    return this.draft ? putInto(regions, this.draft) : regions;
  });

  /** All measurements of the study, the draft in place of its kept self. */
  readonly measurements = $derived.by<readonly Measurement[]>(() => {
    const { measurements } = this.#history.now;
    return this.measurementDraft ? putInto(measurements, this.measurementDraft) : measurements;
  });

  /** False while something that was made is not on disk yet. */
  get saved(): boolean {
    return this.#queue.saved && !this.#comment.waits;
  }

  get comment(): string {
    return this.#comment.text;
  }

  get canUndo(): boolean {
    return this.#history.past.length > 0;
  }

  get canRedo(): boolean {
    return this.#history.future.length > 0;
  }

  /** Whether something is being drawn or dragged. */
  get isDrawing(): boolean {
    return this.draft !== null || this.measurementDraft !== null;
  }

  /** The regions of one frame. */
  on(slice: SliceReference): readonly Region[] {
    return markedOn(this.all, slice);
  }

  /** The measurements of one frame. */
  measurementsOn(slice: SliceReference): readonly Measurement[] {
    return markedOn(this.measurements, slice);
  }

  /** Takes up the review of a study: what was marked and written before. */
  async take(studyInstanceUid: string): Promise<void> {
    this.flush();
    this.atHand = '';
    if (this.#study !== studyInstanceUid) this.#begin(nothing, '');
    this.#study = studyInstanceUid;
    try {
      const { comment, ...marks } = valueOf(await ask('loadReview', { studyInstanceUid }));
      if (this.#study !== studyInstanceUid) return;
      this.#begin(marks, comment);
      this.atHand = studyInstanceUid;
    } catch (thrown) {
      this.problems.report(thrown);
    }
  }

  /** Reads the review again where nothing was changed since: more of the study has been opened. */
  async refresh(): Promise<void> {
    const untouched = this.saved && !this.isDrawing && !this.canUndo && !this.canRedo;
    if (this.#study && untouched) await this.take(this.#study);
  }

  /** Adds a region, or puts a changed one in the place of its former self. */
  put(region: Region): void {
    this.putAll([region]);
  }

  /** Adds regions in one step of the history, or puts changed ones in the place of their former selves. */
  putAll(regions: readonly Region[]): void {
    const { now } = this.#history;
    this.#record({ ...now, regions: regions.reduce<readonly Region[]>(putInto, now.regions) });
    this.#select(regions.at(-1)?.id ?? '');
  }

  /** Takes regions away and adds others, in one step of the history. */
  exchange(gone: readonly Region[], added: readonly Region[]): void {
    const { now } = this.#history;
    if (gone.length + added.length > 0)
      this.#record({ ...now, regions: exchanged(now.regions, gone, added) });
  }

  /** Adds a measurement, or puts a changed one in the place of its former self. */
  putMeasurement(measurement: Measurement): void {
    const { now } = this.#history;
    this.#record({ ...now, measurements: putInto(now.measurements, measurement) });
    this.#select(measurement.id);
  }

  /** Takes a region or a measurement away. */
  remove(id: string): void {
    this.#record(without(this.#history.now, id));
  }

  /** Sets the label of a region or the text of a measurement; one that was just added is undone together with it. */
  setText(id: string, text: string): void {
    this.typing = '';
    const { now } = this.#history;
    const marks = withText(now, id, text);
    if (!sameMarks(marks, now))
      this.#travel(this.#isNew(id) ? amend(this.#history, marks) : record(this.#history, marks));
  }

  /** Ends the typing without a text; a mark that was just added for it goes with it. */
  giveUpText(): void {
    const isNew = this.#isNew(this.typing);
    this.typing = '';
    if (isNew) this.undo();
  }

  /** Whether the last step added a mark. */
  #isNew(id: string): boolean {
    const { past, now } = this.#history;
    const before = past.at(-1);
    return before !== undefined && !has(before, id) && has(now, id);
  }

  /** Sets the kind of the selected region, and of those drawn from now on. */
  setKind(kind: RegionKind): void {
    this.kind = kind;
    const region = this.#history.now.regions.find(({ id }) => id === this.selected);
    if (region && region.kind !== kind) this.put({ ...region, kind });
  }

  /** One step back; while something is being drawn, that is given up instead. */
  undo(): void {
    if (this.isDrawing) this.dropDrafts();
    else this.#travel(undo(this.#history));
  }

  redo(): void {
    this.#travel(redo(this.#history));
  }

  /** Gives up what is being drawn or dragged. */
  dropDrafts(): void {
    this.draft = null;
    this.measurementDraft = null;
  }

  /** The comment as it is typed; written down after a short pause, at the latest by flush. */
  setComment(comment: string): void {
    if (this.atHand) this.#comment.set(comment);
  }

  /** Writes down what is still only in the window. */
  flush(): void {
    this.#comment.flush();
  }

  #begin(marks: Marks, comment: string): void {
    this.#history = beginHistory(marks);
    this.#kept = { marks };
    this.dropDrafts();
    this.selected = '';
    this.typing = '';
    this.#comment.begin(comment);
    this.#queue.saved = true;
  }

  #select(id: string): void {
    if (has(this.#history.now, id)) this.selected = id;
  }

  #record(marks: Marks): void {
    const { now } = this.#history;
    this.#travel(sameMarks(marks, now) ? this.#history : record(this.#history, marks));
  }

  #travel(history: History<Marks>): void {
    this.dropDrafts();
    if (history === this.#history) return;
    if (!this.atHand) {
      this.problems.tell(
        'The earlier marks of this study are not at hand, so nothing is changed: open the study again.',
      );
      return;
    }
    this.#history = history;
    if (!has(history.now, this.selected)) this.selected = '';
    if (!has(history.now, this.typing)) this.typing = '';
    this.#saveChanges();
  }

  #saveChanges(): void {
    const [studyInstanceUid, kept, { now }] = [this.#study, this.#kept, this.#history];
    this.#queue.write(async () => {
      const { regions, measurements } = kept.marks;
      if (regions !== now.regions)
        await ask('changeRegions', { studyInstanceUid, change: textOf(changeOf(regions, now.regions)) });
      kept.marks = { ...kept.marks, regions: now.regions };
      if (measurements !== now.measurements)
        await ask('changeMeasurements', {
          studyInstanceUid,
          change: textOf(changeOf(measurements, now.measurements)),
        });
      kept.marks = now;
    });
  }

  #saveComment(comment: string): void {
    const argument = { studyInstanceUid: this.#study, comment };
    this.#queue.write(() => ask('saveComment', argument));
  }
}
