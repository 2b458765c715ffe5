import type { Comparison } from './comparison';

const pytorchGradCam = { framework: 'torch', peer: 'grad-cam' } as const;
const torchcam = { framework: 'torch', peer: 'torchcam' } as const;
const tfKerasVis = { framework: 'keras', peer: 'tf-keras-vis' } as const;

/** The CAM family beside PyTorch's and Keras' packages. */
export const camComparisons: readonly Comparison[] = [
  { ...pytorchGradCam, method: 'grad-cam', name: 'GradCAM' },
  { ...torchcam, method: 'grad-cam', name: 'GradCAM' },
  { ...tfKerasVis, method: 'grad-cam', name: 'Gradcam' },
  { ...pytorchGradCam, method: 'grad-cam++', name: 'GradCAMPlusPlus' },
  {
    ...torchcam,
    method: 'grad-cam++',
    name: 'GradCAMpp',
    deviates: 'it divides a copy of its numerator, so its α is g²',
  },
  {
    ...tfKerasVis,
    method: 'grad-cam++',
    name: 'GradcamPlusPlus',
    deviates: 'it divides α by its sum over space and keeps the factor exp(y)',
  },
  { ...pytorchGradCam, method: 'xgrad-cam', name: 'XGradCAM' },
  { ...torchcam, method: 'xgrad-cam', name: 'XGradCAM' },
  { ...pytorchGradCam, method: 'hires-cam', name: 'HiResCAM' },
  { ...pytorchGradCam, method: 'layer-cam', name: 'LayerCAM' },
  { ...torchcam, method: 'layer-cam', name: 'LayerCAM' },
  { ...tfKerasVis, method: 'layer-cam', name: 'Layercam' },
  {
    ...pytorchGradCam,
    method: 'score-cam',
    name: 'ScoreCAM',
    note: 'its masks upsampled by half-pixel centres, not corner to corner',
  },
  {
    ...torchcam,
    method: 'score-cam',
    name: 'ScoreCAM',
    note: 'its masks stretched to 0..1 after upsampling, not before',
  },
  {
    ...tfKerasVis,
    method: 'score-cam',
    parameters: { score: 'probability' },
    name: 'Scorecam',
    note: 'weights are probabilities; its network ends in logits, as it applies softmax of its own; its masks upsampled by half-pixel centres',
  },
  { ...pytorchGradCam, method: 'ablation-cam', name: 'AblationCAM' },
  {
    ...pytorchGradCam,
    method: 'eigen-cam',
    name: 'EigenCAM',
    note: 'up to its sign, which is chance',
    signless: true,
  },
];
