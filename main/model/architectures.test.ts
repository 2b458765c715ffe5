import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { Model } from './port';
import { inputLength, seededValues } from './sample';
import { tensorflow } from './tensorflow';
import { disposeForms, formNames, type Forms, loadForms, relativeL2 } from './testing/forms';
import { architectures } from './testing/zoo';

const tf = tensorflow();
const classIndex = 2;
const graphNames = formNames.filter((name) => name !== 'layers');

const oneClass = ({ card }: Model): Float32Array =>
  Float32Array.from(card.classes, (_, index) => (index === classIndex ? 1 : 0));

/** Values −1..1 along which an activation is moved. */
const direction = (length: number): Float32Array => seededValues(length, 5).map((value) => 2 * value - 1);

const rootMeanSquare = (values: Float32Array): number =>
  Math.sqrt(values.reduce((sum, value) => sum + value * value, 0) / values.length);

/** Along a seeded move of the last layer's activation: what differences of the logit say, and what the gradient. */
function slopes(model: Model, input: Float32Array): { measured: number; predicted: number } {
  const reached = model.reachWithGradient(input, model.targetLayer, oneClass(model));
  const { activation, gradient } = reached;
  const move = direction(activation.length);
  const step = 1e-3 * rootMeanSquare(activation);
  const logitAt = (size: number): number =>
    model.runAbove(
      reached,
      activation.map((value, i) => value + size * move[i]!),
    )[classIndex]!;
  return {
    measured: (logitAt(step) - logitAt(-step)) / (2 * step),
    predicted: gradient.reduce((sum, value, i) => sum + value * move[i]!, 0),
  };
}

describe.each(architectures)('$name', (architecture) => {
  let forms: Forms;
  let before = 0;
  const input = (seed = 3): Float32Array => seededValues(inputLength(forms.layers), seed);
  beforeAll(async () => {
    before = tf.memory().numTensors;
    forms = await loadForms(architecture);
  });
  afterAll(() => {
    disposeForms(forms);
    expect(tf.memory().numTensors).toBe(before);
  });

  it('as published has as many weights as published', () => {
    const network = architecture.build();
    expect(network.countParams()).toBe(architecture.parameters);
    network.dispose();
  });

  it.each(formNames)('is explained at its last spatial layer, as %s', (form) => {
    const model = forms[form];
    const { name, rows, columns } = model.layers.at(-1)!;
    expect(model.targetLayer).toBe(name);
    expect(name.split('/').at(form === 'layers' ? 0 : 1)).toBe(architecture.lastLayer);
    expect([rows, columns]).toEqual([2, 2]);
    expect(Object.values(model.problems).join('')).toBe('');
  });

  it.each(graphNames)('gives the same logits as %s, which differ between classes', (form) => {
    const [expected, found] = [forms.layers.run(input()), forms[form].run(input())];
    expect(Math.max(...expected) - Math.min(...expected)).toBeGreaterThan(0.5);
    expect(relativeL2(found, expected)).toBeLessThanOrEqual(1e-5);
  });

  it.each(formNames)('has the gradient at the last layer that differences imply, as %s', (form) => {
    const { measured, predicted } = slopes(forms[form], input());
    expect(Math.abs(predicted)).toBeGreaterThan(1e-2);
    expect(measured / predicted).toBeCloseTo(1, 2);
  });

  it.each(graphNames)('has the same gradient at the last layer as %s', (form) => {
    const [expected, found] = [forms.layers, forms[form]].map((model) =>
      model.reachWithGradient(input(), model.targetLayer, oneClass(model)),
    );
    expect(relativeL2(found!.activation, expected!.activation)).toBeLessThanOrEqual(1e-4);
    expect(relativeL2(found!.gradient, expected!.gradient)).toBeLessThanOrEqual(1e-4);
  });

  it.each(graphNames)('has the same gradient of the input as %s', (form) => {
    // Rounding may carry a ReLU over its kink, and the gradient then jumps: one input of three must be free of that.
    const agrees = (seed: number): boolean => {
      const [expected, found] = [forms.layers, forms[form]].map(
        (model) => model.inputGradient(input(seed), oneClass(model)).gradient,
      );
      return relativeL2(found!, expected!) <= 1e-4;
    };
    expect([3, 4, 5].some(agrees)).toBe(true);
  });

  it.each(formNames)('leaves no tensor behind, as %s', (form) => {
    const model = forms[form];
    const start = tf.memory().numTensors;
    model.run(input());
    model.reachWithGradient(input(), model.targetLayer, 'top');
    model.inputGradient(input(), 'top');
    expect(tf.memory().numTensors).toBe(start);
  });
});
