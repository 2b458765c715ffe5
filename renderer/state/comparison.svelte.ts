import type { Explanation, Question, Slice, Study } from '../../preload/vocabulary';
import { type Asked, Answers } from './answers.svelte';
import { ComparedPanes } from './compared-panes.svelte';
import type { Models } from './models.svelte';
import type { Cuts } from './mpr/cuts.svelte';
import type { Pane } from './pane.svelte';
import type { Panes } from './panes.svelte';
import type { Problems } from './problems.svelte';
import { sameQuestion } from './question';
import { setQuestion } from './set-question';
import type { Shown } from './slices.svelte';

/** So many panes there are. */
const mostCompared = 4;

/** Two to four questions about one slice, each with its map in a pane of its own. */
export class Comparison {
  /** One a pane, in the panes' order; none outside a comparison. */
  questions = $state.raw<readonly Question[]>([]);
  readonly answers: Answers;
  readonly lent: ComparedPanes;
  #before: Question | null = null;
  #modelId = '';

  /** @param studies those that are open now */
  constructor(
    private readonly models: Models,
    private readonly panes: Panes,
    cuts: Cuts,
    private readonly problems: Problems,
    studies: () => readonly Study[],
  ) {
    this.lent = new ComparedPanes(panes, cuts, studies);
    this.answers = new Answers(problems);
  }

  get isOn(): boolean {
    return this.questions.length > 0;
  }

  /** Whether a pane is one of the comparison: the fourth beside three questions shows the slice alone. */
  has(pane: Pane): boolean {
    return this.lent.list.includes(pane);
  }

  /** What is asked in a pane; null in one that shows the slice alone, and outside the comparison. */
  questionIn(pane: Pane): Question | null {
    return this.questions[this.lent.list.indexOf(pane)] ?? null;
  }

  /** What answers a pane's question on its slice; null while it is not made. */
  explanationIn(pane: Pane): Explanation | null {
    const question = this.questionIn(pane);
    return question && pane.slice && this.answers.of(pane.slice, this.#asked(question));
  }

  isRunningIn(pane: Pane): boolean {
    const question = this.questionIn(pane);
    return (
      question !== null && pane.slice !== null && this.answers.isRunning(pane.slice, this.#asked(question))
    );
  }

  /** What there is of the comparison on a slice, each once, in the panes' order. */
  madeOn(slice: Slice | null): readonly Explanation[] {
    if (!slice) return [];
    const made = this.questions.flatMap((question) => this.answers.of(slice, this.#asked(question)) ?? []);
    return made.filter((one, at) => made.findIndex(({ id }) => id === one.id) === at);
  }

  /**
   * Shows questions side by side on the active pane's slice.
   * @param active which of them the panel is about
   * @param known an explanation of the slice that is at hand: those of the questions that it answers are not asked again
   */
  begin(questions: readonly Question[], active = 0, known: Explanation | null = null): void {
    this.answers.cancel();
    this.#before ??= this.models.question;
    this.#modelId = this.models.chosen;
    this.questions = questions.slice(0, mostCompared);
    this.#take(known);
    this.lent.lay(this.questions.length);
    this.panes.activate(this.lent.list[active]!);
    this.takeQuestion();
  }

  /** Puts the question that is set into one more pane, for the reviewer to change it there. */
  add(known: Explanation | null): void {
    const { question } = this.models;
    const next = [...(this.isOn ? this.questions : [question]), question];
    if (next.length > mostCompared) this.problems.tell('Four maps fit side by side: close one for another.');
    else this.begin(next, next.length - 1, known);
  }

  /** Takes a pane's question away; where one alone would be left, the comparison ends. */
  remove(pane: Pane): void {
    if (!this.questionIn(pane)) return;
    const at = this.lent.list.indexOf(pane);
    const left = this.questions.filter((_, index) => index !== at);
    if (left.length < 2) this.leave();
    else this.begin(left, Math.min(at, left.length - 1));
  }

  /** Panes and question are as before; what was made is kept for the next comparison. */
  leave(): void {
    this.answers.cancel();
    this.questions = [];
    this.lent.leave();
    if (this.#before && this.models.chosen === this.#modelId) setQuestion(this.models, this.#before);
    this.#before = null;
  }

  /** Ends the comparison where another model was chosen: it has other layers and classes. */
  settle(): void {
    if (this.isOn && this.models.chosen !== this.#modelId) this.leave();
  }

  /** The panel is about the question of the active pane. */
  takeQuestion(): void {
    const question = this.questionIn(this.panes.active);
    if (question) setQuestion(this.models, question);
  }

  /** Asks in the active pane what is set now, and there first, then what is not made yet in the others. */
  explain(shown: Shown): Promise<boolean> {
    const at = this.lent.list.indexOf(this.panes.active);
    this.questions = this.questions.map((question, index) =>
      index === at ? this.models.question : question,
    );
    const inOrder = [...this.questions.slice(at, at + 1), ...this.questions];
    return this.answers.make(
      shown,
      inOrder.map((question) => this.#asked(question)),
    );
  }

  #asked(question: Question): Asked {
    return { modelId: this.#modelId, ...question };
  }

  #take(known: Explanation | null): void {
    const { models, questions, panes } = this;
    const { slice } = panes.active;
    if (!known || !slice || known.modelId !== models.chosen) return;
    for (const question of questions) {
      const method = models.methods.find(({ id }) => id === question.method);
      if (method && sameQuestion(known, question, method, models.loaded?.targetLayer ?? ''))
        this.answers.keep(slice, this.#asked(question), known);
    }
  }
}
