import { cpus, loadavg } from 'node:os';
import type { Bench } from '../bench';
import { versionsOf } from '../peers/explain/question';
import { limitThreads, THREADS } from '../peers/explain/threads';
import { ablationCamPart } from './ablation-cam';
import { withQuestion } from './asked';
import { atItsBest } from './at-its-best';
import { gradCamPart } from './grad-cam';
import { loadPart } from './load';
import { memoryPart } from './memory';
import type { ExplainPart } from './part';
import { scoreCamPart } from './score-cam';
import { seriesPart } from './series';

/** In the order in which they are measured where none is named. */
const parts: readonly ExplainPart[] = [
  gradCamPart,
  scoreCamPart,
  ablationCamPart,
  seriesPart,
  loadPart,
  memoryPart,
];

/** Explaining, each figure beside the peers' in the same run and with as many threads: all parts, or those named. */
export const explainBench: Bench = {
  name: 'explain',
  what: `speed and memory of explaining: all, or PART… of ${parts.map(({ name }) => name).join(', ')}`,
  async run(names) {
    const unknown = names.filter((name) => !parts.some((part) => part.name === name));
    if (unknown.length > 0) throw new Error(`There is no part named ${unknown.join(', ')}.`);
    limitThreads();
    const { peers, peersRun } = await peersAtTheirBest();
    try {
      const versions = { ...(await versionsOf(peers.torch)), ...(await versionsOf(peers.keras)) };
      const figures: Record<string, object> = {};
      for (const part of parts.filter(({ name }) => names.length === 0 || names.includes(name))) {
        process.stderr.write(`${part.name}…\n`);
        figures[part.name] = { what: part.what, ...(await part.run(peers)) };
      }
      return { ...machine(), versions, peersRun, ...figures };
    } finally {
      await peers.torch.stop();
      await peers.keras.stop();
    }
  },
};

const peersAtTheirBest = () =>
  withQuestion('ResNet-18', async (asked) => {
    const torch = await atItsBest('torch_peer.py', asked);
    const keras = await atItsBest('keras_peer.py', asked);
    return { peers: { torch: torch.peer, keras: keras.peer }, peersRun: { ...torch.way, ...keras.way } };
  });

/** What was measured on, and how busy it was when all was done: figures of a busy machine are no figures. */
const machine = (): object => ({
  cpu: cpus()[0]?.model ?? '',
  cores: cpus().length,
  threads: THREADS,
  loadAverage: Math.round(loadavg()[0]! * 10) / 10,
});
