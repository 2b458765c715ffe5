import type { Slice, Window } from '../../preload/vocabulary';
import { presetsFor } from '../picture/presets';

/** The windows that can be chosen for a slice: the file's first, then those of the modality. */
export function windowsFor(slice: Slice | null): readonly Window[] {
  return slice && slice.samples === 1 ? [...slice.windows, ...presetsFor(slice)] : [];
}

/** Whether two windows show the same, whatever they are called. */
export const isSameWindow = (a: Window, b: Window): boolean =>
  a.center === b.center && a.width === b.width && a.voiLutFunction === b.voiLutFunction && a.lut === b.lut;

/** How a slice is shown; stays while one scrolls through a series, begins anew with the next. */
export class Display {
  /** What the reviewer chose; null means each slice's own first window. */
  chosen = $state.raw<Window | null>(null);
  invert = $state(false);
  /** Whether the overlay planes of the file (group 60xx) are drawn. */
  overlaysShown = $state(true);

  /** The window that was made for the first frame shown of the instance that is looked at. */
  #made: { readonly sopInstanceUid: string; readonly window: Window } | null = null;

  /**
   * The window a slice is shown with; null for colour. Frames of one recording whose file names no window share the
   * one made for the first of them that is shown: one made for each would flicker.
   */
  windowFor(slice: Slice): Window | null {
    if (slice.samples === 3) return null;
    const [own] = slice.windows;
    // A file's own windows come first, so that a list of one is the window made from the values.
    if (this.chosen || !own || slice.windows.length > 1) return this.chosen ?? own ?? null;
    const { sopInstanceUid } = slice;
    if (!this.#made || this.#made.sopInstanceUid !== sopInstanceUid)
      this.#made = { sopInstanceUid, window: own };
    return this.#made.window;
  }

  /**
   * Chooses by number key: 1 the windows of the file, one after the other; from 2 on those of the modality, so that a
   * key means the same in every study.
   */
  preset(slice: Slice | null, key: number): void {
    if (!slice || slice.samples === 3) return;
    const window = key === 1 ? this.#nextOfFile(slice) : presetsFor(slice)[key - 2];
    if (window) this.chosen = window;
  }

  #nextOfFile({ windows }: Slice): Window | undefined {
    const { chosen } = this;
    const at = chosen === null ? 0 : windows.findIndex((window) => isSameWindow(window, chosen));
    return windows[(at + 1) % windows.length];
  }

  /**
   * Moves centre and width from a start by modality units; of LINEAR the width stays at least 1 (PS3.3 C.11.2.1.2). From
   * a VOI LUT it goes to LINEAR over the same input.
   */
  shift(from: Window, byCenter: number, byWidth: number): void {
    const { voiLutFunction } = from;
    const smallest = voiLutFunction ? from.width / 100 : 1;
    const width = Math.max(smallest, from.width + byWidth);
    this.chosen = { center: from.center + byCenter, width, explanation: '', voiLutFunction };
  }

  reset(): void {
    this.chosen = this.#made = null;
    this.invert = false;
    this.overlaysShown = true;
  }
}
