import { describe, expect, it } from 'vitest';
import type { MetricValue } from '../../preload/vocabulary';
import { chanceText, valueText } from './metric-text';

const metric = (
  value: number | null,
  unit: MetricValue['unit'],
  chance: number | null = 0.0123,
): MetricValue => ({
  id: 'any',
  name: 'Any',
  note: '',
  value,
  chance,
  unit,
});

describe('a figure as text', () => {
  it('is per cent, a factor, or yes and no', () => {
    expect(valueText(metric(0.4215, 'share'))).toBe('42.1 %');
    expect(valueText(metric(6.5374, 'ratio'))).toBe('6.54 ×');
    expect(valueText(metric(164.2, 'ratio'))).toBe('164 ×');
    expect([valueText(metric(1, 'hit')), valueText(metric(0, 'hit')), valueText(metric(0.5, 'hit'))]).toEqual(
      ['yes', 'no', '50.0 %'],
    );
  });

  it('says where it does not apply', () => {
    expect(valueText(metric(null, 'share'))).toBe('n/a');
    expect(chanceText(metric(null, 'share', null))).toBe('–');
    expect(chanceText(metric(0.5, 'share'))).toBe('1.2 %');
  });
});
