import { join } from 'node:path';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { inputRangeOf } from '../../main/prepare/range-of';
import type { Model } from '../../main/model/port';
import { joined } from '../../main/model/stacked';
import { explainInput, inputShapeOf } from '../explain/network';
import type { Peer } from '../peers/explain/peer';
import { peerMap, placeArray } from '../peers/explain/question';
import { agreementOf, agrees, pearson } from './agreement';
import type { Comparison } from './comparison';
import { recorded, unrecorded } from './recorded';
import type { Row } from './row';

/** What all comparisons of a network have in common. */
export interface Common {
  readonly network: string;
  readonly model: Model;
  readonly input: Float32Array;
  readonly classIndex: number;
  readonly peers: Readonly<Record<Comparison['framework'], Peer>>;
}

/** Both maps of one comparison, raw. */
async function mapsOf(common: Common, comparison: Comparison, folder: string) {
  const { input, classIndex, peers } = common;
  const { model, ran, differentiated } = comparison.given ? recorded(common.model) : unrecorded(common.model);
  const { method, parameters } = comparison;
  const ours = await explainInput(model, input, { method, classIndex, ...(parameters && { parameters }) });
  const inputShape = inputShapeOf(model);
  const place = (name: string, values: Float32Array, shape: readonly number[]) =>
    placeArray(folder, name, values, shape);
  const given = await comparison.given?.({
    parameters: ours.parameters,
    input,
    inputShape,
    range: inputRangeOf(model.card.input),
    ran: joined(ran),
    differentiated: joined(differentiated),
    place,
  });
  const theirs = await peerMap(
    peers[comparison.framework],
    { peer: comparison.peer, method: comparison.name },
    {
      folder: model.folder,
      images: await place('input', input, [1, ...inputShape]),
      layer: model.targetLayer,
      classIndex,
      ...(given && { given }),
    },
  );
  return { ours: ours.gridMap, theirs };
}

const upright = (ours: Float32Array, theirs: readonly number[]): readonly number[] =>
  (pearson(ours, theirs) ?? 0) < 0 ? theirs.map((value) => -value) : theirs;

/** Runs a method on both sides. */
export async function compare(common: Common, comparison: Comparison): Promise<Row> {
  const folder = await mkdtemp(join(tmpdir(), 'sightline-parity-'));
  try {
    const { ours, theirs } = await mapsOf(common, comparison, folder);
    const agreement = agreementOf(ours, comparison.signless ? upright(ours, theirs) : theirs);
    const { method, peer, name, note = '', deviates } = comparison;
    const verdict = agrees(agreement) ? 'agrees' : deviates ? 'other definition' : 'disagrees';
    return {
      network: common.network,
      method,
      peer: `${peer} ${name}`,
      ...agreement,
      verdict,
      note: deviates ?? note,
    };
  } finally {
    await rm(folder, { recursive: true });
  }
}
