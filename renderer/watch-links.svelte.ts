import { untrack } from 'svelte';
import { nearestIndex, placementInStep, relationOf, stepOf } from './state/linking';
import type { Pane } from './state/pane.svelte';
import type { Panes } from './state/panes.svelte';
import { type Windowed, windowInStep, windowStep } from './state/window-linking';
import type { Wish } from './viewport/placement';

/**
 * Tells what the leading pane has changed from what merely comes with another pane leading: a click on a pane moves
 * nothing. Where the setting changes (linking switched on, another layout, a new picture), the others follow in any case.
 */
class News {
  readonly #seen = new Map<Pane, unknown>();
  #setting = '';
  #leader: Pane | null = null;

  /** @param isLate true where what a pane is given shows in its value only once it is drawn */
  constructor(private readonly isLate: boolean) {}

  isNew(leader: Pane, value: unknown, setting: string): boolean {
    const before = this.#seen.get(leader);
    const isOther = this.#leader !== leader;
    const isChanged = before !== value && !(this.isLate && isOther);
    const isNew = isChanged || setting !== this.#setting;
    this.#setting = setting;
    this.#leader = leader;
    this.#seen.set(leader, value);
    return isNew;
  }

  /** From now on all is new. */
  forget(): void {
    this.#seen.clear();
    this.#setting = '';
  }

  /** What a pane was given is nothing that it changed itself. */
  given(pane: Pane, value: unknown): void {
    this.#seen.set(pane, value);
  }
}

/** Panes in step: where the active one goes, those follow that show the same part of the same patient. */
export function watchLinks(panes: Panes): void {
  /** A pane with a new series follows the others first. */
  const leader = $derived(
    panes.active.settled ? panes.active : (panes.list.find(({ settled }) => settled) ?? null),
  );
  const others = $derived(panes.list.filter((pane) => pane !== leader));
  const setting = $derived(
    panes.list.map(({ id, series, placement }) => `${id} ${placement && series?.seriesInstanceUid}`).join(),
  );

  const follow = (
    valueOf: (pane: Pane) => unknown,
    give: (leader: Pane, other: Pane) => void,
    isLate = false,
  ): void => {
    const news = new News(isLate);
    $effect(() => {
      if (!panes.link) return news.forget();
      if (!leader || !news.isNew(leader, valueOf(leader), setting)) return;
      const [from, to] = [leader, others];
      untrack(() => {
        for (const other of to) {
          give(from, other);
          news.given(other, valueOf(other));
        }
      });
    });
  };

  follow(({ place }) => place, scroll);
  follow(({ display }) => display.chosen, takeWindow);
  follow(({ display }) => display.invert, takeInvert);
  follow(({ placement }) => placement, takePlacement, true);

  $effect(() => {
    for (const pane of panes.list) if (pane.placement && pane.shown) pane.settled = true;
  });
}

function scroll(leader: Pane, other: Pane): void {
  if (!leader.place) return;
  const index = nearestIndex(leader.place, stepOf(leader.frames), other.frames, other.index);
  if (index !== null) other.goTo(index);
}

function takeWindow(leader: Pane, other: Pane): void {
  const [from, to] = [windowed(leader), windowed(other)];
  if (!from || !to || !isWithin(leader, other)) return;
  const window = windowInStep(leader.display.chosen, from, to);
  if (window !== undefined) other.display.chosen = window;
}

function takeInvert(leader: Pane, other: Pane): void {
  const [from, to] = [windowed(leader), windowed(other)];
  if (!from || !to || !isWithin(leader, other)) return;
  if (typeof windowStep(from, to) === 'string') other.display.invert = leader.display.invert;
}

function takePlacement(leader: Pane, other: Pane): void {
  if (!leader.placement || !leader.place || !other.placement || !other.place) return;
  // Not as they were drawn last: within this very frame a viewport may have become smaller, or been told to lie elsewhere.
  const [from, now] = [leader.viewport?.lies(), other.viewport?.lies()];
  const wish = from && now && placementInStep(from, leader.place, other.place, now);
  if (wish && now && !isAlike(wish, now)) other.viewport?.look(wish);
}

const windowed = ({ series, slice }: Pane): Windowed | null => (series && slice ? { series, slice } : null);

/** Whether two panes' pictures lie in one frame of reference, whatever their orientation. */
const isWithin = (a: Pane, b: Pane): boolean =>
  a.place !== null && b.place !== null && relationOf(a.place, b.place).kind !== 'apart';

/** Whether two placements differ by less than a tenth of a canvas pixel. */
function isAlike(a: Wish, b: Wish): boolean {
  const apart = Math.hypot(a.centre[0] - b.centre[0], a.centre[1] - b.centre[1]) * b.scaleX;
  return apart < 0.1 && Math.abs(a.scaleX / b.scaleX - 1) < 1e-4;
}
