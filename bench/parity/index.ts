import { topClass } from '../../main/model/scores';
import type { Bench } from '../bench';
import { inputShapeOf, withNetwork } from '../explain/network';
import { seededImage } from '../explain/seeded-image';
import { Peer } from '../peers/explain/peer';
import { limitThreads } from '../peers/explain/threads';
import { versionsOf } from '../peers/explain/question';
import { LIMITS } from './agreement';
import { camComparisons } from './cam-comparisons';
import { compare, type Common } from './compare';
import type { Comparison } from './comparison';
import { inputComparisons } from './input-comparisons';
import { checkLogits } from './logits';
import { markdownOf } from './markdown';
import type { Row } from './row';

const networks = ['ResNet-18', 'MobileNetV2', 'DenseNet-121'];
const comparisons: readonly Comparison[] = [...camComparisons, ...inputComparisons];
const seed = 20_261_124;

/** Those of a list that are named, or all where none of them is. */
function named<Thing>(
  things: readonly Thing[],
  nameOf: (thing: Thing) => string,
  names: readonly string[],
): readonly Thing[] {
  const chosen = things.filter((thing) => names.includes(nameOf(thing)));
  return chosen.length > 0 ? chosen : things;
}

/** All comparisons of a network, after its logits were found to be the same everywhere. */
function compareAll(network: string, chosen: readonly Comparison[], peers: Common['peers']) {
  return withNetwork(network, async (model) => {
    const input = seededImage(inputShapeOf(model), seed);
    const classIndex = topClass([...model.run(input)]);
    const common: Common = { network, model, input, classIndex, peers };
    const logits = await checkLogits(common);
    const rows: Row[] = [];
    for (const comparison of chosen) {
      rows.push(await compare(common, comparison));
      process.stderr.write(`${network} ${comparison.method} ${rows.at(-1)!.peer}: ${rows.at(-1)!.verdict}\n`);
    }
    return { network, logits, rows };
  });
}

/** The maps of every method that a reference implementation has too, raw, beside that implementation's. */
export const parityBench: Bench = {
  name: 'parity',
  what: `maps beside the reference implementations': all, or NETWORK… and METHOD…; --markdown for the table alone`,
  async run(options) {
    limitThreads();
    const names = options.filter((option) => option !== '--markdown');
    const peers = {
      // Nothing is timed, so threads need not wait busily, which starves whatever else runs.
      torch: await Peer.start('torch_peer.py', { OMP_WAIT_POLICY: 'passive' }),
      keras: await Peer.start('keras_peer.py'),
    };
    try {
      const results = [];
      for (const network of named(networks, (name) => name, names))
        results.push(
          await compareAll(
            network,
            named(comparisons, ({ method }) => method, names),
            peers,
          ),
        );
      const rows = results.flatMap((result) => result.rows);
      if (options.includes('--markdown')) return markdownOf(rows);
      const versions = { ...(await versionsOf(peers.torch)), ...(await versionsOf(peers.keras)) };
      const logits = Object.fromEntries(results.map((result) => [result.network, result.logits]));
      const disagreements = rows.filter(({ verdict }) => verdict === 'disagrees').length;
      return { limits: LIMITS, versions, logits, disagreements, rows };
    } finally {
      await peers.torch.stop();
      await peers.keras.stop();
    }
  },
};
