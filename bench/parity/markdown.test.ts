import { expect, it } from 'vitest';
import { markdownOf } from './markdown';

it('tells how far from 1 a correlation is, and why a peer differs', () => {
  const row = { network: 'N', method: 'M', peer: 'P', pearson: 1 - 2e-7, relativeL2: 0.00012 };
  const table = markdownOf([
    { ...row, verdict: 'agrees', note: '' },
    { ...row, pearson: 0.5, relativeL2: null, verdict: 'other definition', note: 'because' },
    { ...row, pearson: null, verdict: 'disagrees', note: '' },
  ]);
  expect(table.split('\n')).toEqual([
    '| network | method | peer | Pearson | relative L2 | verdict |',
    '| --- | --- | --- | --- | --- | --- |',
    '| N | M | P | 1 − 2e-7 | 1.2e-4 | agrees |',
    '| N | M | P | 0.500 | – | other definition: because |',
    '| N | M | P | – | 1.2e-4 | disagrees |',
  ]);
});
