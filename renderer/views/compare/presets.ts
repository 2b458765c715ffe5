import type { ClassScore, LoadedModel, MethodSummary, Question } from '../../../preload/vocabulary';
import { stagesOf } from '../explanation/layer-stages';

/** What a preset makes its questions of. */
export interface Given {
  readonly question: Question;
  readonly loaded: LoadedModel;
  readonly methods: readonly MethodSummary[];
  /** Of the slice; none where it is not explained yet. */
  readonly scores: readonly ClassScore[];
}

/** Questions that are worth asking side by side. */
export interface Preset {
  readonly id: string;
  readonly title: string;
  readonly help: string;
  /** Whether it must know the scores of the slice. */
  readonly needsScores: boolean;
  /** Two to four; fewer where the model has nothing to compare. */
  questions(given: Given): readonly Question[];
  /** Why there are fewer than two. */
  readonly lack: string;
}

const canBeAsked = ({ loaded, methods }: Given, id: string): boolean => {
  const method = methods.find((one) => one.id === id);
  return method !== undefined && loaded.problems[method.needs] === '';
};

/** Score-CAM in its faster variant: all channels of a deep layer would keep the reviewer waiting for seconds. */
const sideBySide: readonly Pick<Question, 'method' | 'parameters'>[] = [
  { method: 'grad-cam', parameters: {} },
  { method: 'hires-cam', parameters: {} },
  { method: 'layer-cam', parameters: {} },
  { method: 'score-cam', parameters: { channels: '64' } },
];

const byMethod: Preset = {
  id: 'methods',
  title: 'Methods',
  help: 'Grad-CAM, HiResCAM, LayerCAM and Score-CAM (64 channels) of the same layer and class',
  needsScores: false,
  questions: (given) =>
    sideBySide
      .filter(({ method }) => canBeAsked(given, method))
      .map((asked) => ({ ...given.question, ...asked })),
  lack: 'None of these methods can be asked of this model.',
};

/** The last layer of each of the last four stages; of the stage that has it, the model's own target layer. */
function lastOfStages({ targetLayers, targetLayer }: LoadedModel): readonly string[] {
  const stages = stagesOf(targetLayers).slice(-4);
  return stages.map(({ layers }) => (layers.find(({ name }) => name === targetLayer) ?? layers.at(-1)!).name);
}

const byLayer: Preset = {
  id: 'layers',
  title: 'Layers',
  help: 'LayerCAM at the last layer of each stage, from early to late: it is the one made for early layers',
  needsScores: false,
  questions: (given) =>
    canBeAsked(given, 'layer-cam')
      ? lastOfStages(given.loaded).map((layer) => ({
          ...given.question,
          ...{ method: 'layer-cam', layers: [layer], parameters: {} },
        }))
      : [],
  lack: 'This model has no layers at several sizes that LayerCAM could look at.',
};

const byClass: Preset = {
  id: 'classes',
  title: 'Classes',
  help: 'The two classes with the highest scores, and what speaks for the first rather than the second',
  needsScores: true,
  questions({ question, scores }) {
    const inOrder = scores.map(({ logit }, index) => ({ logit, index })).sort((a, b) => b.logit - a.logit);
    const [first, second] = inOrder.map(({ index }) => index);
    if (first === undefined || second === undefined) return [];
    const alone = { ...question, against: null };
    return [
      { ...alone, classIndex: first },
      { ...alone, classIndex: second },
      { ...question, classIndex: first, against: second },
    ];
  },
  lack: 'This model has one class only.',
};

/** Every preset, in the order they are offered. */
export const presets: readonly Preset[] = [byMethod, byLayer, byClass];
