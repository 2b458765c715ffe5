import { Passes } from '../../main/explain/passes';
import { explainInput, inputShapeOf, type Wish, withNetwork } from './network';
import type { ExplainPart } from './part';
import { seededImage } from './seeded-image';
import { type Sample, slopeOf } from './slope';

const explanations = 10_000;
const warmUps = 500;
const every = 500;
/** Growth over all explanations, as a share of what the process holds, that counts as flat. */
const flat = 0.02;

const images = 20;
const methods = ['grad-cam', 'grad-cam++', 'layer-cam', 'hires-cam'];

/** Memory of the process over many explanations, as the engine keeps its passes. */
export const memoryPart: ExplainPart = {
  name: 'memory',
  what: `RSS over ${explanations} explanations of MobileNetV2, ${images} images and ${methods.length} methods in turn, MB`,
  run: () =>
    withNetwork('MobileNetV2', async (model) => {
      const inputs = Array.from({ length: images }, (_, seed) => seededImage(inputShapeOf(model), seed));
      const passes = new Passes();
      const explainNext = (index: number) =>
        explainInput(model, inputs[index % images]!, wishOf(index), passes);
      for (let index = 0; index < warmUps; index++) await explainNext(index);
      const samples: Sample[] = [sampleAt(0)];
      for (let index = 1; index <= explanations; index++) {
        await explainNext(index);
        if (index % every === 0) samples.push(sampleAt(index));
      }
      return { engine: model.engine.kind, ...summaryOf(samples) };
    }),
};

const wishOf = (index: number): Wish => ({
  method: methods[Math.floor(index / images) % methods.length]!,
  classIndex: index % 7,
});

const sampleAt = (at: number): Sample => ({ at, value: process.memoryUsage.rss() / 2 ** 20 });

function summaryOf(samples: readonly Sample[]): object {
  const values = samples.map(({ value }) => Math.round(value));
  const growth = slopeOf(samples) * explanations;
  return {
    unit: 'MB',
    maximum: Math.max(...values),
    growthOverAll: Math.round(growth * 10) / 10,
    target: `growth at most ${flat * 100} % of the median`,
    met: growth <= flat * [...values].sort((a, b) => a - b)[Math.floor(values.length / 2)]!,
    samples: values,
  };
}
