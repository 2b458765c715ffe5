import { describe, expect, it } from 'vitest';
import type { Explanation, MethodParameter } from '../../../preload/vocabulary';
import { factsOf, parametersText } from './facts';

const explanation = {
  layer: 'early + last',
  layers: ['early', 'last'],
  grid: [14, 12],
  map: { peak: 0.123456 },
  unit: 'logit',
  milliseconds: { prepare: 100, forward: 20.4, explain: 3.3 },
} as unknown as Explanation;

describe('factsOf', () => {
  it('says the grid, the layers, the peak and the time without the preparation', () =>
    expect(factsOf(explanation)).toBe('14×12 grid of early + last · peak 0.123 logit · 24 ms'));

  it('says that the grid is the input’s', () =>
    expect(factsOf({ ...explanation, layer: 'input', layers: [] })).toContain('14×12 grid of the input'));

  it('says nothing of no map', () => expect(factsOf({ ...explanation, layer: '', layers: [] })).toBe(''));
});

describe('parametersText', () => {
  const parameters = [
    { id: 'seed', name: 'Seed', kind: 'number' },
    { id: 'fill', name: 'Fill', kind: 'choice', options: [{ id: 'mean', name: 'Mean grey' }] },
  ] as unknown as readonly MethodParameter[];

  it('has the names of parameters and options, in the method’s order', () =>
    expect(parametersText(parameters, { fill: 'mean', seed: 3 })).toBe('Seed 3 · Fill Mean grey'));

  it('is empty where there are none', () => expect(parametersText([], {})).toBe(''));
});
