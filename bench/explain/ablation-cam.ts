import { peerWork, withQuestion } from './asked';
import { interleaved, ownTimes } from './interleaved';
import { explainInput } from './network';
import type { ExplainPart } from './part';
import { ratioOf } from './ratio';

const plan = { rounds: 3, runs: 1 };

/** Ablation-CAM over all channels of ResNet-18's last layer: of ours only what lies above the layer runs again. */
export const ablationCamPart: ExplainPart = {
  name: 'ablation-cam',
  what: 'Ablation-CAM over the 512 channels of ResNet-18, ms, beside pytorch-grad-cam',
  run: ({ torch }) =>
    withQuestion('ResNet-18', async ({ model, input, classIndex, question }) => {
      const { ours, pytorchAblationCam } = await interleaved(
        {
          ours: ownTimes(() => explainInput(model, input, { method: 'ablation-cam', classIndex })),
          pytorchAblationCam: peerWork(torch, 'ablation-cam', question, { warm: false }),
        },
        plan,
      );
      const ofPytorch = ratioOf(ours, pytorchAblationCam, 0.1);
      return { engine: model.engine.kind, peerBatch: 32, ours, pytorchAblationCam, ratios: { ofPytorch } };
    }),
};
