import { describe, expect, it } from 'vitest';
import type { Model } from '../model/port';
import { Models } from './models';

/** Models that only know where they come from and when they are freed. */
function recorded() {
  const loads: string[] = [];
  const freed: string[] = [];
  const models = new Models((path) => {
    loads.push(path);
    return Promise.resolve({ folder: path, dispose: () => void freed.push(path) } as unknown as Model);
  });
  return { loads, freed, models };
}

const nothing = (): void => undefined;

describe('the models that the engine keeps', () => {
  it('are three; the one used longest ago is freed', async () => {
    const { models, loads, freed } = recorded();
    for (const id of ['/a', '/b', '/c', '/a', '/d']) await models.with(id, nothing);
    await Promise.resolve();
    expect(loads).toEqual(['/a', '/b', '/c', '/d']);
    expect(freed).toEqual(['/b']);
  });

  it('are not freed while somebody works with them', async () => {
    const { models, freed } = recorded();
    let end = nothing;
    const work = models.with('/a', () => new Promise<void>((resolve) => (end = resolve)));
    for (const id of ['/b', '/c', '/d']) await models.with(id, nothing);
    expect(freed).toEqual([]);
    end();
    await work;
    expect(freed).toEqual(['/a']);
  });

  it('are loaded anew after they could not be loaded', async () => {
    let attempts = 0;
    const models = new Models(() => {
      attempts++;
      return Promise.reject(new Error('broken'));
    });
    await expect(models.with('/a', nothing)).rejects.toThrow('broken');
    await expect(models.with('/a', nothing)).rejects.toThrow('broken');
    expect(attempts).toBe(2);
  });
});
