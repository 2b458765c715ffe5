import { loadModel } from '../../main/model/load';
import { Passes } from '../../main/explain/passes';
import type { Model } from '../../main/model/port';
import { spreadOf } from '../statistics';
import { counted } from './counted';
import { explainInput, inputShapeOf, type Wish, withNetworkFolder } from './network';
import type { ExplainPart } from './part';
import { seededImage } from './seeded-image';

const repeats = 5;
const mostSeconds = 3;

const firstWish: Wish = { method: 'grad-cam', classIndex: 0 };
/** What is asked next of the same image. */
const nextWishes: readonly Wish[] = [
  { method: 'grad-cam', classIndex: 1 },
  { method: 'layer-cam', classIndex: 0 },
  { method: 'xgrad-cam', classIndex: 2 },
];

/** From the folder of ResNet-50 to its first map, and the maps after it of the same image. */
export const loadPart: ExplainPart = {
  name: 'load',
  what: 'ResNet-50 from its folder to the first map, seconds; then another class and another method of the same image, ms',
  run: () =>
    withNetworkFolder('ResNet-50', async (folder) => {
      const runs = [];
      for (let repeat = 0; repeat < repeats; repeat++) runs.push(await once(folder));
      const firstMap = spreadOf(runs.map(({ seconds }) => seconds));
      return {
        firstMap: { unit: 's', ...firstMap, target: mostSeconds, met: firstMap.median <= mostSeconds },
        nextMaps: { unit: 'ms', ...spreadOf(runs.flatMap(({ next }) => next)) },
        forwardPassesOfNextMaps: Math.max(...runs.map(({ forwardPasses }) => forwardPasses)),
      };
    }),
};

async function once(folder: string) {
  const began = performance.now();
  const { model, passes } = counted(await loadModel(folder));
  try {
    const input = seededImage(inputShapeOf(model), 1);
    const kept = new Passes();
    await explainInput(model, input, firstWish, kept);
    const seconds = (performance.now() - began) / 1000;
    const before = passes();
    const next = await nextMaps(model, input, kept);
    return { seconds, next, forwardPasses: passes() - before };
  } finally {
    model.dispose();
  }
}

async function nextMaps(model: Model, input: Float32Array, kept: Passes): Promise<number[]> {
  const next: number[] = [];
  for (const wish of nextWishes) {
    const start = performance.now();
    await explainInput(model, input, wish, kept);
    next.push(performance.now() - start);
  }
  return next;
}
