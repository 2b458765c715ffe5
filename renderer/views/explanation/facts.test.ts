import { describe, expect, it } from 'vitest';
import type { Explanation, MethodParameter } from '../../../preload/vocabulary';
import { boundsText, factsOf, parametersText } from './facts';

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
    expect(factsOf(explanation)).toBe('14×12 grid of early + last · peak 0.123 logit · 24\u00a0ms'));

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
    expect(parametersText(parameters, { fill: 'mean', seed: 3 })).toBe('Seed 3 · Fill: Mean grey'));

  it('is empty where there are none', () => expect(parametersText([], {})).toBe(''));
});

describe('boundsText', () => {
  const number = { kind: 'number', minimum: 0.5, maximum: 10 };
  const text = (of: object): string => boundsText({ ...number, ...of } as unknown as MethodParameter);

  it('says the bounds and what a number must be a multiple of', () => {
    expect(text({ step: 0 })).toBe('0.5 to 10');
    expect(text({ step: 1 })).toBe('0.5 to 10, a whole number');
    expect(text({ step: 0.5 })).toBe('0.5 to 10, a multiple of 0.5');
  });

  it('says nothing of a choice', () => expect(text({ kind: 'choice' })).toBe(''));
});
