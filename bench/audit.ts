import { join } from 'node:path';
import { loadModel } from '../main/model/load';
import { judgePositives } from '../scripts/demo/train/attention';
import { DEMO_MODELS } from '../scripts/demo/train/models';
import { PROBLEMS } from '../scripts/demo/train/problems';
import type { Bench } from './bench';

const defaultCount = 100;
/** Far from any seed of training, validation or held-out measurement. */
const defaultSeed = 20_261_124;

/** The verdicts over full-size unseen positives of each demonstration model, and the share that is as the model was made to be. */
export const auditBench: Bench = {
  name: 'audit',
  what: 'the verdicts of each demonstration model over 100 unseen positives [COUNT [SEED]]',
  async run([count = String(defaultCount), seed = String(defaultSeed)]) {
    const models = [];
    for (const { name, kind, bias } of DEMO_MODELS) {
      const model = await loadModel(join(process.cwd(), 'assets', 'models', name));
      const verdicts = await judgePositives(
        model,
        kind,
        bias,
        Number(count),
        Number(seed),
        PROBLEMS[kind].fullSize,
      );
      model.dispose();
      const expected = bias === 'honest' ? 'lesion' : 'artefact';
      models.push({ name, expected, share: verdicts[expected] / Number(count), verdicts });
    }
    return { positivesEach: Number(count), seed: Number(seed), models };
  },
};
