import { mkdtemp, rm } from 'node:fs/promises';
import { cpus, tmpdir } from 'node:os';
import { join } from 'node:path';
import type { LayersModel } from '@tensorflow/tfjs-node';
import { explain } from '../main/explain/explain';
import { Passes } from '../main/explain/passes';
import { sourceOfInput } from '../main/explain/source';
import { loadModel } from '../main/model/load';
import type { Model } from '../main/model/port';
import { saveModelFolder, type UnsignedCard } from '../main/model/save-folder';
import { savedLayersModel } from '../main/model/save-layers';
import { tensorflow } from '../main/model/tensorflow';
import { mobilenetV2 } from './seeded-models/mobilenet-v2';
import { resnet18 } from './seeded-models/resnet18';

const size = 224;
const repeats = 30;
const warmUps = 5;
const networks: readonly (readonly [string, () => LayersModel])[] = [
  ['ResNet-18', resnet18],
  ['MobileNetV2', mobilenetV2],
];

const cardOf = (name: string): UnsignedCard => ({
  name,
  version: '1',
  intendedUse: 'Measuring speed.',
  input: { rows: size, columns: size, channels: 3, range: { kind: 'display' }, resize: 'crop' },
  classes: Array.from({ length: 1000 }, (_, index) => ({ label: `class ${index}` })),
  output: 'softmax',
  provenance: 'Seeded weights.',
  trainingData: 'None.',
  metrics: [],
  limits: 'Its answers mean nothing.',
});

/** Milliseconds of one thing done many times: the median, and the middle half and all of the spread. */
interface Timing {
  readonly median: number;
  readonly quartiles: readonly [number, number];
  readonly range: readonly [number, number];
}

function timing(times: number[]): Timing {
  times.sort((a, b) => a - b);
  const at = (share: number): number => Math.round(times[Math.round(share * (repeats - 1))]! * 10) / 10;
  return { median: at(0.5), quartiles: [at(0.25), at(0.75)], range: [at(0), at(1)] };
}

async function measured(work: () => unknown): Promise<number> {
  const start = performance.now();
  await work();
  return performance.now() - start;
}

/** Times the works in turn, so that whatever else the machine does meets them alike; the first rounds do not count. */
async function timed<Name extends string>(
  works: Readonly<Record<Name, () => unknown>>,
): Promise<Record<Name, Timing>> {
  const names = Object.keys(works) as Name[];
  const times = names.map((): number[] => []);
  for (let round = -warmUps; round < repeats; round++)
    for (const [index, name] of names.entries()) {
      const milliseconds = await measured(works[name]);
      if (round >= 0) times[index]!.push(milliseconds);
    }
  return Object.fromEntries(names.map((name, index) => [name, timing(times[index]!)])) as Record<
    Name,
    Timing
  >;
}

/** Loads a network the way the application does, from a folder. */
async function loaded(name: string, build: () => LayersModel): Promise<Model> {
  const folder = await mkdtemp(join(tmpdir(), 'sightline-bench-'));
  try {
    const network = build();
    await saveModelFolder(folder, await savedLayersModel(tensorflow(), network), cardOf(name));
    network.dispose();
    return await loadModel(folder);
  } finally {
    await rm(folder, { recursive: true });
  }
}

async function measure(name: string, build: () => LayersModel): Promise<object> {
  const model = await loaded(name, build);
  const input = Float32Array.from({ length: size * size * 3 }, (_, i) => ((i * 7919) % 1009) / 1009);
  const source = sourceOfInput(model.card, input);
  const question = {
    method: 'grad-cam',
    classIndex: 'top',
    against: null,
    layers: [],
    parameters: {},
  } as const;
  const once = () =>
    explain({ model, source, passes: new Passes(), turn: () => Promise.resolve() }, question, 'bench');
  const result = {
    layer: model.targetLayer,
    grid: (await once()).grid,
    ...(await timed({
      forward: () => void model.run(input),
      gradCam: once,
    })),
  };
  model.dispose();
  return result;
}

/**
 * Median milliseconds, batch 1, of a forward pass (pixels in, logits out) and of a whole Grad-CAM (forward, gradient
 * above the target layer, map, upsampling to the input's size), for two networks with seeded weights at 224 × 224.
 */
export async function runGradcamBench(): Promise<object> {
  const results: Record<string, object> = {};
  for (const [name, build] of networks) results[name] = await measure(name, build);
  return { unit: 'ms', repeats, cores: cpus().length, cpu: cpus()[0]?.model ?? '', ...results };
}
