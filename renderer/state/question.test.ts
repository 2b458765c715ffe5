import { describe, expect, it } from 'vitest';
import type { MethodPasses, MethodSummary, Question } from '../../preload/vocabulary';
import { type Answered, differences, isCheap, sameQuestion } from './question';

const method = {
  id: 'cam',
  needs: 'layer-gradient',
  place: 'layer',
  parameters: [
    { id: 'seed', kind: 'number', default: 1 },
    { id: 'fill', kind: 'choice', default: 'mean' },
  ],
} as unknown as MethodSummary;

const question: Question = { method: 'cam', classIndex: 'top', against: null, layers: [], parameters: {} };

const answered: Answered = {
  method: 'cam',
  classIndex: 1,
  against: null,
  layer: 'last',
  layers: ['last'],
  parameters: { seed: 1, fill: 'mean' },
  scores: [-1, 2, 0].map((logit) => ({ label: '', logit, probability: 0 })),
};

const said = (asked: Partial<Question>, of: Partial<Answered> = {}): readonly string[] =>
  differences({ ...answered, ...of }, { ...question, ...asked }, method, 'last');

describe('an explanation answers the question', () => {
  it('that names nothing by the highest score, the model’s own layer and the defaults', () => {
    expect(sameQuestion(answered, question, method, 'last')).toBe(true);
  });

  it('that names what it has, in whatever order the layers are', () => {
    const layers = { layers: ['last', 'early'], layer: 'early + last' };
    expect(said({ layers: ['early', 'last'], classIndex: 1, parameters: { seed: 1 } }, layers)).toEqual([]);
    expect(said({ parameters: { fill: 'black' } }, { parameters: { seed: 1, fill: 'black' } })).toEqual([]);
  });

  it('whatever the layers, where it looks at the input or has no map', () => {
    expect(said({}, { layer: 'input', layers: [] })).toEqual([]);
    expect(said({}, { layer: '', layers: [] })).toEqual([]);
  });
});

describe('an explanation answers another question', () => {
  it('than that of another method, and more is not said', () =>
    expect(said({ method: 'rise', classIndex: 0 })).toEqual(['another method']));

  it('than that for another class, or against one', () => {
    expect(said({ classIndex: 0 })).toEqual(['another class']);
    expect(said({ against: 2 })).toEqual(['another class']);
    expect(said({}, { against: 2 })).toEqual(['another class']);
  });

  it('than that for the highest score, where it is of a class that had a lower one', () =>
    expect(said({}, { classIndex: 2 })).toEqual(['another class']));

  it('than that for other, more or fewer layers', () => {
    expect(said({ layers: ['early'] })).toEqual(['other layers']);
    expect(said({ layers: ['early', 'last'] })).toEqual(['other layers']);
    expect(said({}, { layers: ['early', 'last'], layer: 'early + last' })).toEqual(['other layers']);
  });

  it('than that with other parameters, changed since or set back', () => {
    expect(said({ parameters: { seed: 2 } })).toEqual(['other parameters']);
    expect(said({}, { parameters: { seed: 2, fill: 'mean' } })).toEqual(['other parameters']);
  });

  it('than one that differs in all', () =>
    expect(said({ classIndex: 0, layers: ['early'], parameters: { seed: 2 } })).toEqual([
      'another class',
      'other layers',
      'other parameters',
    ]));
});

describe('isCheap', () => {
  it('is what takes one pass through the model, whatever it needs of it', () => {
    const needs = ['layer-gradient', 'layer', 'input-gradient', 'scores', 'nothing'] as const;
    const taking = (passes: MethodPasses): MethodSummary[] =>
      needs.map((need) => ({ ...method, needs: need, passes }));
    expect(taking('one').every(isCheap)).toBe(true);
    expect(taking('many').some(isCheap)).toBe(false);
  });
});
