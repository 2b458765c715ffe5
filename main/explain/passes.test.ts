import { describe, expect, it } from 'vitest';
import type { Model, Reached } from '../model/port';
import { Passes } from './passes';

/** A model that counts the inputs that it was run on. */
function counting(): { model: Model; runs: number[] } {
  const runs: number[] = [];
  const reach = (inputs: Float32Array, layer: string): Reached => {
    runs.push(inputs[0]!);
    const values = Float32Array.of(inputs[0]! * 10);
    return { layer, count: 1, inputs, logits: values, activation: values, shape: [1, 1, 1], beside: [] };
  };
  return { model: { reach } as unknown as Model, runs };
}

describe('the passes that are kept', () => {
  it('are known by the values of the input, the layer and the model', () => {
    const { model, runs } = counting();
    const passes = new Passes();
    passes.reach(model, Float32Array.of(1), 'a');
    expect(passes.reach(model, Float32Array.of(1), 'a').logits[0]).toBe(10);
    expect(passes.logitsOf(model, Float32Array.of(1))?.[0]).toBe(10);
    expect(runs).toEqual([1]);
    passes.reach(model, Float32Array.of(2), 'a');
    passes.reach(model, Float32Array.of(1), 'b');
    passes.reach(counting().model, Float32Array.of(1), 'a');
    expect(runs).toEqual([1, 2, 1]);
    expect(passes.logitsOf(model, Float32Array.of(3))).toBeNull();
  });

  it('are eight, and the one that was not used for longest goes first', () => {
    const { model, runs } = counting();
    const passes = new Passes();
    const ask = (...inputs: number[]): void =>
      inputs.forEach((input) => passes.reach(model, Float32Array.of(input), 'a'));
    ask(1, 2, 3, 4, 5, 6, 7, 8);
    ask(1, 9);
    expect(runs).toHaveLength(9);
    ask(1);
    expect(runs).toHaveLength(9);
    ask(2);
    expect(runs).toHaveLength(10);
  });
});
