import { describe, expect, it } from 'vitest';
import type { LoadedModel, MethodParameter, MethodSummary, ModelSummary } from '../../preload/vocabulary';
import { fakeBridge } from '../testing/fake-bridge';
import { Models } from './models.svelte';
import { Problems } from './problems.svelte';

const model = (id: string, modalities: string[]): ModelSummary => ({
  id,
  name: id,
  version: '',
  intendedUse: '',
  modalities,
  problem: '',
});

type ModelProblems = LoadedModel['problems'];
const all = { 'layer-gradient': '', layer: '', 'input-gradient': '', scores: '', nothing: '' };
const methods = [
  { id: 'cam', name: 'CAM', family: 'cam', needs: 'layer-gradient', place: 'layer' },
  { id: 'random', name: 'Random', family: 'control', needs: 'nothing', place: 'input' },
  { id: 'cover', name: 'Cover', family: 'perturbation', needs: 'scores', place: 'input' },
] as unknown as readonly MethodSummary[];

async function listed(problems: () => ModelProblems = () => all): Promise<Models> {
  const offered = [model('chest', ['DX']), model('chest-2', ['DX']), model('skin', ['XC'])];
  fakeBridge({
    listModels: () => offered,
    listMethods: () => methods,
    loadModel: (argument: unknown) => ({ id: (argument as { id: string }).id, problems: problems() }),
  });
  const models = new Models(new Problems());
  await models.list();
  return models;
}

describe('the model of a series', () => {
  it('is the best for its modality, and stays where none is better', async () => {
    const models = await listed();
    await models.preselect('DX');
    expect(models.chosen).toBe('chest');
    await models.preselect('MR');
    expect(models.chosen).toBe('chest');
  });

  it('is what the reviewer chose for the modality, which rules no other', async () => {
    const models = await listed();
    await models.preselect('DX');
    await models.choose('chest-2');
    await models.preselect('XC');
    expect(models.chosen).toBe('skin');
    await models.preselect('DX');
    expect(models.chosen).toBe('chest-2');
  });
});

describe('the method', () => {
  it('stays where the model allows it, with the layers', async () => {
    const models = await listed();
    await models.load('chest');
    models.layers = ['late'];
    expect([models.question.method, models.question.layers, models.instead]).toEqual(['cam', ['late'], '']);
  });

  it('gives way to the first that explains a model without layers, never to a control, and says so', async () => {
    const models = await listed(() => ({
      ...all,
      'layer-gradient': 'It has no layer.',
      layer: 'It has no layer.',
    }));
    await models.load('chest');
    expect(models.method).toBe('cover');
    expect(models.instead).toBe('Cover was chosen instead of CAM. It has no layer.');
  });

  it('of the reviewer comes back with a model that allows it', async () => {
    let problems: ModelProblems = { ...all, 'layer-gradient': 'It has no layer.' };
    const models = await listed(() => problems);
    await models.load('chest');
    expect(models.method).toBe('cover');
    problems = all;
    await models.load('chest-2');
    expect([models.method, models.instead]).toEqual(['cam', '']);
  });

  it('that the model does not allow is not taken', async () => {
    const models = await listed(() => ({ ...all, scores: 'It gives no scores.' }));
    await models.load('chest');
    models.chooseMethod('cover');
    expect(models.method).toBe('cam');
  });

  it('that looks at the input asks for no layer', async () => {
    const models = await listed();
    await models.load('chest');
    models.layers = ['late'];
    models.chooseMethod('cover');
    expect(models.question.layers).toEqual([]);
  });
});

describe('the parameters', () => {
  const seed = { id: 'seed', kind: 'number', default: 1 } as MethodParameter;
  const fill = { id: 'fill', kind: 'choice', default: 'mean' } as MethodParameter;

  it('are asked where they were changed, by method, and not where they are the default again', async () => {
    const models = await listed();
    await models.load('chest');
    models.setParameter(seed, 7);
    models.setParameter(fill, 'black');
    expect(models.question.parameters).toEqual({ seed: 7, fill: 'black' });
    models.setParameter(seed, 1);
    expect(models.question.parameters).toEqual({ fill: 'black' });
    models.chooseMethod('cover');
    expect([models.question.parameters, models.valueOf(fill)]).toEqual([{}, 'mean']);
    models.chooseMethod('cam');
    expect([models.valueOf(seed), models.valueOf(fill)]).toEqual([1, 'black']);
  });

  it('are all set back at once', async () => {
    const models = await listed();
    models.setParameter(seed, 7);
    models.resetParameters();
    expect(models.question.parameters).toEqual({});
  });
});
