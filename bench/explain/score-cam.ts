import { peerWork, withQuestion } from './asked';
import { interleaved, ownTimes } from './interleaved';
import { explainInput } from './network';
import type { ExplainPart } from './part';
import { ratioOf } from './ratio';

const plan = { rounds: 3, runs: 1 };
const fewer = '64';
const cold = { warm: false };

/** Score-CAM over all channels of ResNet-18's last layer, and our faster variant, which is not exact. */
export const scoreCamPart: ExplainPart = {
  name: 'score-cam',
  what: 'Score-CAM over the 512 channels of ResNet-18, ms: exact beside pytorch-grad-cam; and the labelled faster variant',
  run: ({ torch }) =>
    withQuestion('ResNet-18', async ({ model, input, classIndex, question }) => {
      const ours = (parameters: Readonly<Record<string, string>>) =>
        ownTimes(() => explainInput(model, input, { method: 'score-cam', classIndex, parameters }), cold);
      const times = await interleaved(
        {
          exact: ours({}),
          [`faster${fewer}Channels`]: ours({ channels: fewer }),
          pytorchScoreCam: peerWork(torch, 'score-cam', question, cold),
        },
        plan,
      );
      const ofPytorch = ratioOf(times['exact']!, times['pytorchScoreCam']!, 0.75);
      return {
        engine: model.engine.kind,
        batch: model.batch,
        peerBatch: 16,
        ...times,
        ratios: { ofPytorch },
      };
    }),
};
