import { rm } from 'node:fs/promises';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { loadModel } from '../load';
import type { Model } from '../port';
import { inputLength, sampleCard, sampleFolder, seededValues } from '../sample';
import { savedLayersModel } from '../save-layers';
import { tensorflow } from '../tensorflow';
import { graphOf } from '../testing/convert';
import { relativeL2 } from '../testing/forms';
import { type Architecture, architectures } from '../testing/zoo';

const tf = tensorflow();
const tolerance = 1e-4;

/** The same folder run by a compiled graph and op by op. */
interface Both {
  readonly compiled: Model;
  readonly eager: Model;
}

async function loadBoth({ build, small }: Architecture, form: 'layers' | 'graph'): Promise<Both> {
  const { size, classes } = small;
  const network = build(small);
  const saved = form === 'layers' ? await savedLayersModel(tf, network) : graphOf(network, 'keras-2');
  network.dispose();
  const range = { kind: 'values', min: 0, max: 1 } as const;
  const input = { rows: size, columns: size, channels: 3, range, resize: 'stretch' } as const;
  const folder = await sampleFolder(saved, sampleCard(classes, size, { input }));
  try {
    return { compiled: await loadModel(folder), eager: await loadModel(folder, 'eager') };
  } finally {
    await rm(folder, { recursive: true });
  }
}

/** Some layers from the first to the last: with what is fused, folded and bypassed among them. */
const someLayers = ({ layers }: Model, count = 5): string[] =>
  Array.from({ length: count }, (_, i) => layers[Math.round((i * (layers.length - 1)) / (count - 1))]!.name);

const oneClass = ({ card }: Model, index: number): Float32Array =>
  Float32Array.from(card.classes, (_, other) => (other === index ? 1 : 0));

/**
 * The smallest difference over three inputs: rounding may carry a ReLU over its kink, where the gradient jumps, and
 * one input must be free of that.
 */
function leastDifference({ compiled }: Both, of: (input: Float32Array) => number): number {
  return [3, 4, 5].reduce(
    (least, seed) =>
      least < tolerance ? least : Math.min(least, of(seededValues(inputLength(compiled), seed))),
    Infinity,
  );
}

const cases = architectures.flatMap((architecture) =>
  (['layers', 'graph'] as const).map((form) => ({
    name: `${architecture.name} as ${form}`,
    architecture,
    form,
  })),
);

describe.each(cases)('$name', ({ architecture, form }) => {
  let both: Both;
  let input: Float32Array;
  beforeAll(async () => {
    both = await loadBoth(architecture, form);
    input = seededValues(inputLength(both.compiled), 3);
  });
  afterAll(() => {
    both.compiled.dispose();
    both.eager.dispose();
  });

  it('is compiled and answers as op by op, one input or several', () => {
    const { compiled, eager } = both;
    expect([compiled.engine.kind, eager.engine.kind]).toEqual(['compiled', 'eager']);
    const three = Float32Array.of(...input, ...seededValues(input.length, 4), ...input);
    expect(relativeL2(compiled.run(three), eager.run(three))).toBeLessThan(tolerance);
  });

  it('has the activations and gradients of op by op, in one call and from a pass that was kept', () => {
    const { compiled, eager } = both;
    const differenceAt = (layer: string, own: Float32Array): number => {
      const found = compiled.reachWithGradient(own, layer, 'top');
      const wanted = eager.reachWithGradient(own, layer, 'top');
      const again = compiled.gradientAbove(compiled.reach(own, layer), found.weights);
      expect([...found.weights]).toEqual([...wanted.weights]);
      return Math.max(
        relativeL2(found.activation, wanted.activation),
        relativeL2(found.gradient, wanted.gradient),
        relativeL2(again, wanted.gradient),
      );
    };
    for (const layer of someLayers(compiled))
      expect(
        leastDifference(both, (own) => differenceAt(layer, own)),
        layer,
      ).toBeLessThan(tolerance);
  });

  it('goes on from other activations, and for several classes at once', () => {
    const { compiled, eager } = both;
    const layer = compiled.targetLayer;
    const [mine, theirs] = [compiled.reach(input, layer), eager.reach(input, layer)];
    const halved = mine.activation.map((value) => value / 2);
    const two = Float32Array.of(...mine.activation, ...halved);
    expect(relativeL2(compiled.runAbove(mine, two), eager.runAbove(theirs, two))).toBeLessThan(tolerance);
    const rows = Float32Array.of(...oneClass(compiled, 1), ...oneClass(compiled, 4));
    expect(relativeL2(compiled.gradientAbove(mine, rows), eager.gradientAbove(theirs, rows))).toBeLessThan(
      tolerance,
    );
  });

  it('has the gradient at the input of op by op', () => {
    const weights = oneClass(both.compiled, 2);
    const difference = (own: Float32Array): number => {
      const [found, wanted] = [both.compiled, both.eager].map(
        (model) => model.inputGradient(own, weights).gradient,
      );
      return relativeL2(found!, wanted!);
    };
    expect(leastDifference(both, difference)).toBeLessThan(tolerance);
  });

  it('leaves no tensor behind', () => {
    const before = tf.memory().numTensors;
    const { compiled } = both;
    compiled.reachWithGradient(input, compiled.targetLayer, 'top');
    compiled.inputGradient(input, 'top');
    expect(tf.memory().numTensors).toBe(before);
  });
});
