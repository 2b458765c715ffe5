import type { HeatMap, OverlaySettings } from '../../preload/vocabulary';
import { colourMapOf } from './colour-maps/index';

const steps = 1024;
/** Just over the threshold the wash begins at this part of its opacity … */
const rampFrom = 0.3;
/** … and reaches all of it this part of the peak further up, so that its edge is not taken for a finding. */
const rampWidth = 0.08;
/** Contour lines: at the threshold and at equal steps from there to the peak. */
export const contourBands = 4;

/**
 * The heat map as rows × columns × 4 bytes of RGBA with straight alpha, to be laid over the slice.
 * A value is drawn if it is above 0 and at least threshold × peak; a map whose peak is 0 draws nothing.
 * `wash` tints the pixels with the opacity; `contour` draws only lines of equal value, so that the anatomy stays free.
 */
export function overlayRgba(map: HeatMap, settings: OverlaySettings): Uint8ClampedArray {
  const rgba = new Uint8ClampedArray(map.rows * map.columns * 4);
  if (!settings.visible || !(map.peak > 0) || !(settings.opacity > 0)) return rgba;
  const words = new Uint32Array(rgba.buffer);
  if (settings.style === 'contour') paintContours(map, settings, words);
  else paintWash(map, settings, words);
  return rgba;
}

/** The values at which the contour style draws its lines, as parts of the peak, lowest first. */
export function contourLevels(threshold: number): readonly number[] {
  return Array.from({ length: contourBands }, (_, i) => threshold + ((1 - threshold) * i) / contourBands);
}

function paintWash(map: HeatMap, settings: OverlaySettings, words: Uint32Array): void {
  const { values, peak } = map;
  const lut = washColours(settings);
  const cut = settings.threshold * peak;
  const scale = (steps - 1) / peak;
  for (let i = 0; i < words.length; i++) {
    const value = values[i]!;
    if (value > 0 && value >= cut) words[i] = lut[(value * scale + 0.5) | 0]!;
  }
}

function washColours(settings: OverlaySettings): Uint32Array {
  return Uint32Array.from({ length: steps }, (_, i) => {
    const value = i / (steps - 1);
    const ramp = Math.min(1, Math.max(0, (value - settings.threshold) / rampWidth));
    return word(settings.colourMap, value, settings.opacity * (rampFrom + (1 - rampFrom) * ramp));
  });
}

/** One RGBA pixel as it lies in memory; every platform this runs on is little-endian. */
function word(colourMap: string, value: number, opacity: number): number {
  const { table } = colourMapOf(colourMap);
  const at = 3 * Math.round(255 * value);
  const alpha = Math.round(255 * Math.min(1, opacity));
  return ((alpha << 24) | (table[at + 2]! << 16) | (table[at + 1]! << 8) | table[at]!) >>> 0;
}

/** A pixel is on a line if its band is above that of a neighbour one line width away. */
function paintContours(map: HeatMap, settings: OverlaySettings, words: Uint32Array): void {
  const { rows, columns } = map;
  const bands = bandsOf(map, settings.threshold);
  const levels = contourLevels(settings.threshold);
  const colours = levels.map((level) => word(settings.colourMap, 0.35 + 0.65 * level, settings.opacity));
  const width = Math.max(1, Math.round(Math.max(rows, columns) / 700));
  for (let r = 0; r < rows; r++) {
    const up = (Math.max(0, r - width) - r) * columns;
    const down = (Math.min(rows - 1, r + width) - r) * columns;
    for (let c = 0, i = r * columns; c < columns; c++, i++) {
      const band = bands[i]!;
      if (band === 0) continue;
      const left = bands[i - Math.min(c, width)]!;
      const right = bands[i + Math.min(columns - 1 - c, width)]!;
      if (left < band || right < band || bands[i + up]! < band || bands[i + down]! < band)
        words[i] = colours[band - 1]!;
    }
  }
}

/** 0 below the threshold, then 1 to contourBands up to the peak. */
function bandsOf(map: HeatMap, threshold: number): Uint8Array {
  const { values, peak } = map;
  const bands = new Uint8Array(values.length);
  const cut = threshold * peak;
  const scale = cut < peak ? contourBands / (peak - cut) : 0;
  for (let i = 0; i < bands.length; i++) {
    const value = values[i]!;
    if (value > 0 && value >= cut) bands[i] = Math.min(contourBands, 1 + (((value - cut) * scale) | 0));
  }
  return bands;
}
