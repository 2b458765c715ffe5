import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Model } from '../../main/model/port';
import { topClass } from '../../main/model/scores';
import { type PeerQuestion, peerTimes, placeArray } from '../peers/explain/question';
import type { Peer } from '../peers/explain/peer';
import type { Timed } from './interleaved';
import { inputShapeOf, withNetwork } from './network';
import { seededImage } from './seeded-image';

/** A network with one input and a class to explain, on our side and as a question to the peers. */
export interface Asked {
  readonly model: Model;
  readonly input: Float32Array;
  readonly classIndex: number;
  readonly question: PeerQuestion;
}

/** Gives work a seeded network at 224 × 224 and a question about its answer to a seeded image. */
export function withQuestion<Result>(
  network: string,
  work: (asked: Asked) => Promise<Result>,
): Promise<Result> {
  return withNetwork(network, async (model) => {
    const folder = await mkdtemp(join(tmpdir(), 'sightline-question-'));
    try {
      const shape = inputShapeOf(model);
      const input = seededImage(shape, 1);
      const classIndex = topClass([...model.run(input)]);
      const images = await placeArray(folder, 'input', input, [1, ...shape]);
      const question = { folder: model.folder, images, layer: model.targetLayer, classIndex };
      return await work({ model, input, classIndex, question });
    } finally {
      await rm(folder, { recursive: true });
    }
  });
}

/** A work of a peer as one that can be timed in turn with ours. */
export const peerWork =
  (peer: Peer, work: string, question: PeerQuestion, { warm = true } = {}): Timed =>
  (runs) =>
    peerTimes(peer, work, question, { runs, warmUps: warm ? 1 : 0 });
