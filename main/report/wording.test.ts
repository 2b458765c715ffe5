import { expect, it } from 'vitest';
import { date, moment, percent, raw, setting, time } from './wording';

it('writes dates, times and moments, and leaves alone what it does not know', () => {
  expect(date('20250114')).toBe('2025-01-14');
  expect(date('1999')).toBe('1999');
  expect(time('093012.5')).toBe('09:30');
  expect(moment('2025-01-15T10:22:31+01:00')).toBe('2025-01-15 10:22 (UTC+01:00)');
  expect(moment('2025-01-15T10:22:31.123Z')).toBe('2025-01-15 10:22 (UTC)');
  expect(moment('yesterday')).toBe('yesterday');
});

it('writes numbers with three digits, from the smallest to the largest', () => {
  expect([0, 3.2, 0.03456, -1.8, 2.5e-7, 123456].map(raw)).toEqual([
    '0',
    '3.2',
    '0.0346',
    '−1.8',
    '2.50e−7',
    '1.23e+5',
  ]);
  expect(percent(0.2749)).toBe('27.5 %');
});

it('keeps every digit of a setting', () => {
  expect([2048, 4096, -600, 0.05, 1234.5, 0.1 + 0.2].map(setting)).toEqual([
    '2048',
    '4096',
    '−600',
    '0.05',
    '1234.5',
    '0.3',
  ]);
});
