import type { Study } from '../../preload/vocabulary';
import type { Layout } from './layouts';
import type { Cuts } from './mpr/cuts.svelte';
import type { Pane } from './pane.svelte';
import { type PaneMemory, recall, remembered } from './pane-memory';
import { isSamePatient, type Panes } from './panes.svelte';

/** How the panes were before they were lent. */
interface Before {
  readonly layout: Layout;
  readonly origin: Pane;
}

/** The panes of a comparison: all show what the active one shows, and have back what they showed when it ends. */
export class ComparedPanes {
  /** In the order of what is compared; none outside a comparison. */
  list = $state.raw<readonly Pane[]>([]);
  #before: Before | null = null;
  #lent: readonly (readonly [Pane, PaneMemory])[] = [];

  /** @param studies those that are open now */
  constructor(
    private readonly panes: Panes,
    private readonly cuts: Cuts,
    private readonly studies: () => readonly Study[],
  ) {}

  /** Lays out panes for so many explanations, two to four, each with what the active one shows. */
  lay(count: number): void {
    const { panes, cuts } = this;
    const [layout, size] = count > 2 ? (['2×2', 4] as const) : (['1×2', 2] as const);
    this.#before ??= { layout: panes.layout, origin: panes.active };
    const first = Math.floor(panes.active.id / size) * size;
    this.list = panes.all.slice(first, first + size);
    const lent = this.list.filter((pane) => !this.#lent.some(([known]) => known === pane));
    this.#lent = [...this.#lent, ...lent.map((pane) => [pane, remembered(pane, cuts)] as const)];
    this.follow();
    this.#showAlike();
    panes.lay(layout);
  }

  /** Brings the others to the series and frame of the active pane. */
  follow(): void {
    const { active } = this.panes;
    const { study, series, index } = active;
    if (!study || !series || !this.list.includes(active)) return;
    for (const pane of this.list) {
      if (pane.series !== series) pane.select(study, series);
      pane.goTo(index);
    }
  }

  #showAlike(): void {
    const { chosen, invert } = this.panes.active.display;
    for (const { display } of this.list) Object.assign(display, { chosen, invert });
  }

  /** Gives the panes back; the one that the comparison began in stays on the slice that is looked at. */
  leave(): void {
    if (!this.#before) return;
    const { layout, origin } = this.#before;
    this.follow();
    const all = this.#lent;
    this.#lent = this.list = [];
    this.#before = null;
    for (const [pane, memory] of all) if (pane !== origin) this.#recall(pane, memory, origin);
    this.panes.activate(origin);
    this.panes.lay(layout);
  }

  /** Nothing of another patient comes back beside what is looked at now. */
  #recall(pane: Pane, memory: PaneMemory, { study }: Pane): void {
    const studies = this.studies().filter((other) => study && isSamePatient(study, other));
    void recall(pane, memory, studies, this.cuts, this.panes.all);
  }
}
