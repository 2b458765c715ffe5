import { describe, expect, it } from 'vitest';
import type { TargetLayer } from '../../../preload/vocabulary';
import { chosenNames, only, toggled } from './layer-choice';

const layers = ['early', 'middle', 'late'].map((name): TargetLayer => ({
  name,
  kind: 'Conv2D',
  rows: 4,
  columns: 4,
  channels: 1,
}));
const toggle = (choice: readonly string[], name: string) => toggled(choice, name, 'late', layers);

describe('the choice of layers', () => {
  it("stands for the model's own where nothing is chosen", () => {
    expect(chosenNames([], 'late')).toEqual(['late']);
    expect(only('late', 'late')).toEqual([]);
    expect(only('early', 'late')).toEqual(['early']);
  });

  it("adds to the model's own, in the order of computation", () => {
    expect(toggle([], 'early')).toEqual(['early', 'late']);
    expect(toggle(['early', 'late'], 'middle')).toEqual(['early', 'middle', 'late']);
  });

  it('takes away what is in it, but not the last one', () => {
    expect(toggle(['early', 'middle'], 'middle')).toEqual(['early']);
    expect(toggle(['early'], 'early')).toEqual(['early']);
    expect(toggle([], 'late')).toEqual([]);
  });

  it("is none again where only the model's own is left", () => {
    expect(toggle(['early', 'late'], 'early')).toEqual([]);
  });
});
