import { describe, expect, it } from 'vitest';
import type {
  Agreement,
  Explanation,
  LoadedModel,
  MethodSummary,
  PairAgreement,
  Question,
} from '../../../preload/vocabulary';
import { agreementTable } from './agreement-table';
import { type Given, presets } from './presets';
import { questionWords } from './question-words';

const question: Question = {
  ...{ method: 'grad-cam', classIndex: 'top', against: null },
  ...{ layers: [], parameters: {} },
};
const methods = ['grad-cam', 'hires-cam', 'layer-cam', 'score-cam', 'saliency'].map((id) => {
  const parameters = id === 'score-cam' ? [{ id: 'channels', name: 'Channels' }] : [];
  const [needs, place] = [
    id === 'score-cam' ? 'layer' : 'layer-gradient',
    id === 'saliency' ? 'input' : 'layer',
  ];
  return { id, name: id.toUpperCase(), needs, place, parameters } as unknown as MethodSummary;
});
const layer = (name: string, size: number) => ({
  ...{ name, kind: 'Conv2D', rows: size, columns: size, channels: 8 },
});
const loaded = {
  classes: ['normal', 'nodule', 'mass'],
  problems: { layer: '', 'layer-gradient': '' },
  targetLayer: 'd1',
  targetLayers: [
    ...[layer('z', 64), layer('a', 32), layer('b1', 16), layer('b2', 16)],
    ...[layer('c', 8), layer('d1', 4), layer('d2', 4)],
  ],
} as unknown as LoadedModel;
const scores = [1, 3, 2].map((logit, at) => ({ label: loaded.classes[at]!, logit, probability: 0.1 }));
const given: Given = { question, loaded, methods, scores };

const asked = (id: string, more: Partial<Given> = {}): readonly Question[] =>
  presets.find((preset) => preset.id === id)!.questions({ ...given, ...more });

describe('a preset', () => {
  it('of methods leaves out those that cannot be asked of the model', () => {
    expect(asked('methods').map(({ method }) => method)).toEqual([
      ...['grad-cam', 'hires-cam', 'layer-cam', 'score-cam'],
    ]);
    const noGradient = {
      ...loaded,
      problems: { layer: '', 'layer-gradient': 'none' },
    } as unknown as LoadedModel;
    expect(asked('methods', { loaded: noGradient }).map(({ method }) => method)).toEqual(['score-cam']);
  });

  it('of layers takes the last of each of the last four stages, and of its own stage the model’s target', () => {
    const questions = asked('layers');
    expect(questions.map(({ layers }) => layers.join())).toEqual(['a', 'b2', 'c', 'd1']);
    expect(new Set(questions.map(({ method }) => method))).toEqual(new Set(['layer-cam']));
  });

  it('of classes asks the two highest and their difference, and nothing where there is one class', () => {
    expect(asked('classes').map(({ classIndex, against }) => [classIndex, against])).toEqual([
      ...[
        [1, null],
        [2, null],
        [1, 2],
      ],
    ]);
    expect(asked('classes', { scores: scores.slice(0, 1) })).toEqual([]);
  });
});

describe('the words of a question', () => {
  const words = (more: Partial<Question>, explanation: Partial<Explanation> | null = null) =>
    Object.values(
      questionWords({ ...question, ...more }, explanation as Explanation | null, methods, loaded),
    );

  it('say what will be explained, and once it is, what was', () => {
    expect(words({})).toEqual(['GRAD-CAM', 'd1', 'highest score']);
    expect(words({ classIndex: 1, against: 0, layers: ['a', 'c'] })).toEqual([
      ...['GRAD-CAM', 'a + c', 'nodule − normal'],
    ]);
    expect(words({}, { layer: 'd1', classLabel: 'nodule' })).toEqual(['GRAD-CAM', 'd1', 'nodule']);
  });

  it('name the parameters that were changed, and no layer where the input is looked at', () => {
    expect(words({ method: 'score-cam', parameters: { channels: '64' } })[0]).toBe('SCORE-CAM, channels 64');
    expect(words({ method: 'saliency' })).toEqual(['SALIENCY', '', 'highest score']);
  });
});

it('the table of agreement has every pair once, under its two maps', () => {
  const names = ['a', 'b', 'c', 'd'];
  const pairs = names.flatMap((one, at) =>
    names.slice(at + 1).map((two): PairAgreement => ({
      ...{ between: [one, two], rankCorrelation: 1, structuralSimilarity: 1 },
    })),
  );
  const table = agreementTable({ names, grid: [1, 1], pairs, warnings: [] } satisfies Agreement);
  const between = table.map(({ pairs: row }) => row.map((pair) => pair?.between.join('') ?? ''));
  expect(between).toEqual([
    ['', '', ''],
    ['ab', '', ''],
    ['ac', 'bc', ''],
    ['ad', 'bd', 'cd'],
  ]);
});
