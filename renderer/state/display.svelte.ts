import type { Slice, Window } from '../../preload/vocabulary';

/** Common CT windows in HU, after the usual reading-room presets. */
export const ctWindows: readonly Window[] = [
  { center: 40, width: 400, explanation: 'Soft tissue' },
  { center: -600, width: 1500, explanation: 'Lung' },
  { center: 480, width: 2500, explanation: 'Bone' },
  { center: 40, width: 80, explanation: 'Brain' },
  { center: 60, width: 150, explanation: 'Liver' },
];

/** The windows that can be chosen for a slice: the file's first, then the CT presets where values are HU. */
export function windowsFor(slice: Slice | null): readonly Window[] {
  if (!slice || slice.samples === 3) return [];
  return slice.unit === 'HU' ? [...slice.windows, ...ctWindows] : slice.windows;
}

/** How a slice is shown; stays while one scrolls through a series, begins anew with the next. */
export class Display {
  /** What the reviewer chose; null means each slice's own first window. */
  chosen = $state.raw<Window | null>(null);
  invert = $state(false);

  /** The window a slice is shown with; null for colour. */
  windowFor(slice: Slice): Window | null {
    return slice.samples === 3 ? null : (this.chosen ?? slice.windows[0] ?? null);
  }

  /** Chooses the number-th window (from 0) of those a slice offers. */
  preset(slice: Slice | null, number: number): void {
    const window = windowsFor(slice)[number];
    if (window) this.chosen = window;
  }

  /** Moves centre and width from a start by modality units; of LINEAR the width stays at least 1 (PS3.3 C.11.2.1.2). */
  shift(from: Window, byCenter: number, byWidth: number): void {
    const { voiLutFunction } = from;
    const smallest = voiLutFunction === 'LINEAR_EXACT' ? from.width / 100 : 1;
    const width = Math.max(smallest, from.width + byWidth);
    this.chosen = { center: from.center + byCenter, width, explanation: '', voiLutFunction };
  }

  reset(): void {
    this.chosen = null;
    this.invert = false;
  }
}
