import { describe, expect, it } from 'vitest';
import type { ModelSummary } from '../../preload/vocabulary';
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

async function listed(): Promise<Models> {
  const offered = [model('chest', ['DX']), model('chest-2', ['DX']), model('skin', ['XC'])];
  fakeBridge({
    listModels: () => offered,
    listMethods: () => [],
    loadModel: (argument: unknown) => ({ id: (argument as { id: string }).id }),
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
