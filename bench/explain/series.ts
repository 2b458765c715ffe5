import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { explainMany, type SeriesQuestion } from '../../main/explain/explain-many';
import { Passes } from '../../main/explain/passes';
import { type Source, sourceOfInput } from '../../main/explain/source';
import type { Model } from '../../main/model/port';
import { rowsOf } from '../../main/model/stacked';
import { placeArray } from '../peers/explain/question';
import { peerWork } from './asked';
import { interleaved, ownTimes } from './interleaved';
import { explainInput, inputShapeOf, withNetwork } from './network';
import type { ExplainPart, Peers } from './part';
import { ratioOf } from './ratio';
import { seededImage } from './seeded-image';

const slices = 200;
const plan = { rounds: 5, runs: 1 };
const cold = { warm: false };
const classIndex = 0;
const gradCam: SeriesQuestion = {
  ...{ method: 'grad-cam', classIndex, against: null, layers: [], parameters: {} },
};

/** Grad-CAM of every slice of a series with ResNet-18; the better of two batch sizes counts for the peer. */
export const seriesPart: ExplainPart = {
  name: 'series',
  what: `Grad-CAM of ${slices} images with ResNet-18, ms for all: ours in batches by memory and one by one, pytorch-grad-cam in batches of 1 and 16`,
  run: (peers) =>
    withNetwork('ResNet-18', async (model) => {
      const folder = await mkdtemp(join(tmpdir(), 'sightline-series-'));
      try {
        return await measure(model, peers, folder);
      } finally {
        await rm(folder, { recursive: true });
      }
    }),
};

function imagesOf(model: Model): Float32Array {
  const shape = inputShapeOf(model);
  const all = new Float32Array(slices * shape[0] * shape[1] * shape[2]);
  for (let slice = 0; slice < slices; slice++)
    all.set(seededImage(shape, slice), slice * shape[0] * shape[1] * shape[2]);
  return all;
}

function sourcesOf(model: Model, images: Float32Array): Source[] {
  return rowsOf(images, images.length / slices).map((image) => sourceOfInput(model.card, image));
}

/** As the engine explains a series. */
async function explainSeries(model: Model, sources: readonly Source[]): Promise<void> {
  const setting = { model, sources, passes: new Passes(), turn: () => Promise.resolve() };
  for await (const one of explainMany(setting, gradCam, () => 'bench')) void one;
}

/** As somebody who goes from slice to slice does. */
async function explainEach(model: Model, sources: readonly Source[]): Promise<void> {
  for (const { input } of sources) await explainInput(model, input, gradCam);
}

async function measure(model: Model, { torch }: Peers, folder: string): Promise<object> {
  const images = imagesOf(model);
  const placed = await placeArray(folder, 'series', images, [slices, ...inputShapeOf(model)]);
  const question = { folder: model.folder, images: placed, layer: model.targetLayer, classIndex };
  const sources = sourcesOf(model, images);
  const peer = (batch: number) => peerWork(torch, 'grad-cam', { ...question, given: { batch } }, cold);
  const { ours, oneByOne, pytorch1, pytorch16 } = await interleaved(
    {
      ours: ownTimes(() => explainSeries(model, sources), cold),
      oneByOne: ownTimes(() => explainEach(model, sources), cold),
      pytorch1: peer(1),
      pytorch16: peer(16),
    },
    plan,
  );
  const better = pytorch1.median < pytorch16.median ? pytorch1 : pytorch16;
  return {
    engine: model.engine.kind,
    batch: model.batch,
    ours,
    oursOneByOne: oneByOne,
    pytorchBatchesOf1: pytorch1,
    pytorchBatchesOf16: pytorch16,
    ratios: { ofPytorch: ratioOf(ours, better, 0.25) },
  };
}
