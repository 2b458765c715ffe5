import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { inputShapeOf } from '../explain/network';
import { peerLogits, placeArray } from '../peers/explain/question';
import { relativeL2 } from './agreement';
import type { Common } from './compare';

/** Above this the networks are not the same, and no map of theirs is worth comparing. */
const limit = 1e-4;

/** Relative L2 of the logits of each framework to ours. Throws where a network was not carried over exactly. */
export async function checkLogits({ network, model, input, classIndex, peers }: Common) {
  const folder = await mkdtemp(join(tmpdir(), 'sightline-parity-'));
  try {
    const images = await placeArray(folder, 'input', input, [1, ...inputShapeOf(model)]);
    const question = { folder: model.folder, images, layer: model.targetLayer, classIndex };
    const ours = model.run(input);
    const distances: Record<string, number> = {};
    for (const [framework, peer] of Object.entries(peers)) {
      const distance = relativeL2(ours, await peerLogits(peer, question));
      if (distance === null || distance > limit)
        throw new Error(
          `The logits of ${network} in ${framework} differ by ${distance}: it is not the same network.`,
        );
      distances[framework] = distance;
    }
    return distances;
  } finally {
    await rm(folder, { recursive: true });
  }
}
