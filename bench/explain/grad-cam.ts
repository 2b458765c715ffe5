import { type Asked, peerWork, withQuestion } from './asked';
import { interleaved, ownTimes } from './interleaved';
import { explainInput } from './network';
import type { ExplainPart, Peers } from './part';
import { ratioOf } from './ratio';

/** Short blocks: where a machine slows down for seconds, that then meets all works of a round. */
const plan = { rounds: 25, runs: 2 };

/** Networks, with the shares of pytorch-grad-cam's and of Keras' time that are asked for. */
const networks = [
  { network: 'ResNet-18', ofPytorch: 0.25, ofKeras: 0.95 },
  { network: 'ResNet-50', ofPytorch: 0.3, ofKeras: 1.05 },
  { network: 'MobileNetV2', ofPytorch: 0.3, ofKeras: 1.05 },
  { network: 'DenseNet-121', ofPytorch: 0.3, ofKeras: 1.05 },
] as const;

/** A whole Grad-CAM of one image, beside the peers' and beside forward passes alone. */
export const gradCamPart: ExplainPart = {
  name: 'grad-cam',
  what: 'Grad-CAM, batch 1, 224 × 224, ms: ours from pixels to the map at their size, the peers’ own calls',
  async run(peers) {
    const figures: Record<string, object> = {};
    for (const each of networks)
      figures[each.network] = await withQuestion(each.network, (asked) => measure(asked, peers, each));
    return figures;
  },
};

async function measure(asked: Asked, { torch, keras }: Peers, targets: (typeof networks)[number]) {
  const { model, input, classIndex, question } = asked;
  const times = await interleaved(
    {
      forward: ownTimes(() => model.run(input)),
      gradCam: ownTimes(() => explainInput(model, input, { method: 'grad-cam', classIndex })),
      torchForward: peerWork(torch, 'forward', question),
      pytorchGradCam: peerWork(torch, 'grad-cam', question),
      kerasForward: peerWork(keras, 'forward', question),
      kerasGradCam: peerWork(keras, 'grad-cam', question),
    },
    plan,
  );
  const ratios = {
    ofPytorchGradCam: ratioOf(times.gradCam, times.pytorchGradCam, targets.ofPytorch),
    ofKerasGradCam: ratioOf(times.gradCam, times.kerasGradCam, targets.ofKeras),
    ofOwnForward: ratioOf(times.gradCam, times.forward, 1.1),
    ...(targets.network === 'ResNet-18' && {
      ofTorchForward: ratioOf(times.gradCam, times.torchForward, 1),
    }),
  };
  return { layer: model.targetLayer, engine: model.engine.kind, ...times, ratios };
}
