import type { MetricValue } from '../../preload/vocabulary';

function numberText(value: number, unit: MetricValue['unit']): string {
  return unit === 'ratio' ? `${Number(value.toPrecision(3))} ×` : `${(100 * value).toFixed(1)} %`;
}

/** A figure as the audit shows it: per cent, a factor, or yes and no; 'n/a' where it does not apply. */
export function valueText({ value, unit }: MetricValue): string {
  if (value === null) return 'n/a';
  if (unit === 'hit' && (value === 0 || value === 1)) return value === 1 ? 'yes' : 'no';
  return numberText(value, unit);
}

/** The figure's chance level. */
export function chanceText({ chance, unit }: MetricValue): string {
  return chance === null ? '–' : numberText(chance, unit);
}
