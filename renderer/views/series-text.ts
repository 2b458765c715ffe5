import type { Strip, StripSlice } from '../state/series-strip';
import { figure } from '../viewport/corner-texts';
import { percentOf } from './percent';

/** The peak of a map with its unit. */
export const peakText = (peak: number, unit: string): string =>
  `peak ${figure(Number(peak.toPrecision(3)), 6)} ${unit}`.trimEnd();

/** A slice of a strip: its number (from 1), its score and its peak. */
export function sliceText({ index, score, peak }: StripSlice, { label, unit }: Strip): string {
  return `Slice ${index + 1}: “${label}” ${percentOf(score)}, ${peakText(peak, unit)}`;
}

/** The strip in words. */
export function stripText(strip: Strip, count: number): string {
  const { label, unit, slices, highestScore, highestPeak } = strip;
  const score = `highest score ${percentOf(highestScore.score)} on slice ${highestScore.index + 1}`;
  const peak = highestPeak
    ? `highest ${peakText(highestPeak.peak, unit)} on slice ${highestPeak.index + 1}`
    : 'no map shows any evidence';
  return `“${label}” on ${slices.length} of ${count} slices: ${score}, ${peak}.`;
}
