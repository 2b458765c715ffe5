import type { MetricValue } from '../../preload/vocabulary';
import type { Attention } from './attention';

/** What a figure is measured from. */
export interface MetricInput {
  readonly attention: Attention;
  /** Indices of the target's pixels within what the model saw; never empty, nor is the map's energy 0. */
  readonly pixels: Uint32Array;
}

export interface Measurement {
  readonly value: number;
  /** What the figure would be if the attention lay anywhere with equal chance. */
  readonly chance: number;
  readonly note: string;
}

/** One figure of how a map and a marked region agree. A new one is one file and one line in the list. */
export interface Metric {
  readonly id: string;
  readonly name: string;
  /** One line of what it says. */
  readonly meaning: string;
  readonly reference: string;
  readonly unit: MetricValue['unit'];
  measure(input: MetricInput): Measurement;
}

/** The target's part of what the model saw: the chance level of most figures. */
export function areaShare({ attention, pixels }: MetricInput): number {
  return pixels.length / attention.area;
}

/** The figure, or not applicable with the reason: an empty mask is never a hit, a map of nothing never a miss. */
export function figure(metric: Metric, input: MetricInput): MetricValue {
  const { id, name, unit } = metric;
  const missing = (note: string): MetricValue => ({ id, name, unit, value: null, chance: null, note });
  if (input.pixels.length === 0)
    return missing('not applicable: no pixel of the region is in what the model saw');
  if (!(input.attention.energy > 0)) return missing('not applicable: the map holds no positive evidence');
  return { id, name, unit, ...metric.measure(input) };
}
