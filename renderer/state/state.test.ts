import { describe, expect, it } from 'vitest';
import type { ModelSummary, Region, Slice } from '../../preload/vocabulary';
import { ctPresets } from '../picture/presets';
import { Display, windowsFor } from './display.svelte';
import { localIso, readableDate } from './local-time';
import { bestModel } from './models.svelte';
import { nameOfRegion } from './region-names';

const model = (name: string, modalities: string[], problem = ''): ModelSummary => ({
  id: name,
  name,
  version: '',
  intendedUse: '',
  modalities,
  problem,
});

describe('bestModel', () => {
  const models = [model('broken', ['DX'], 'no card'), model('chest', ['CR', 'DX']), model('skin', ['XC'])];

  it('is the first usable one for the modality', () => {
    expect(bestModel(models, 'DX')?.name).toBe('chest');
    expect(bestModel(models, 'XC')?.name).toBe('skin');
  });

  it('is one that names no modality where none is made for it', () => {
    expect(bestModel([...models, model('any', [])], 'MR')?.name).toBe('any');
  });

  it('is none where none reads the modality', () => expect(bestModel(models, 'MR')).toBeNull());
});

describe('windows', () => {
  const own = { center: 1, width: 2, explanation: 'own' };
  const slice = { samples: 1, unit: 'HU', windows: [own] } as unknown as Slice;

  it('are the file’s first, then those of the modality', () => {
    expect(windowsFor(slice)).toEqual([own, ...ctPresets]);
    expect(windowsFor({ ...slice, unit: '', minimum: 3, maximum: 3 })).toEqual([own]);
    expect(windowsFor({ ...slice, samples: 3 })).toEqual([]);
  });

  it('of the file follow each other under key 1, those of the modality have a key each', () => {
    const second = { center: 5, width: 9, explanation: 'second' };
    const two = { ...slice, windows: [own, second] };
    const display = new Display();
    const press = (key: number): string => {
      display.preset(two, key);
      return display.windowFor(two)!.explanation;
    };
    expect([1, 1, 1, 3, 1, 2, 9].map(press)).toEqual([
      ...['second', 'own', 'second', 'Lung', 'own', 'Soft tissue', 'Stroke'],
    ]);
  });

  it('made from the values are one for all frames of an instance, and another for the next', () => {
    const display = new Display();
    const frame = (sopInstanceUid: string, width: number): Slice =>
      ({ sopInstanceUid, samples: 1, windows: [{ center: 0, width, explanation: '' }] }) as unknown as Slice;
    const widths = [frame('a', 10), frame('a', 12), frame('b', 30), frame('b', 9)].map(
      (one) => display.windowFor(one)!.width,
    );
    expect(widths).toEqual([10, 10, 30, 30]);
    display.reset();
    expect(display.windowFor(frame('b', 9))!.width).toBe(9);
  });

  it('stay at a width of 1 or more', () => {
    const display = new Display();
    display.shift(own, 5, -100);
    expect(display.windowFor(slice)).toEqual({ center: 6, width: 1, explanation: '' });
    display.reset();
    expect(display.windowFor(slice)).toBe(own);
  });

  it('go from a VOI LUT to a straight line over the same values, and keep a sigmoid', () => {
    const display = new Display();
    const lut = { first: 0, bits: 8, entries: Uint16Array.of(0, 255) };
    display.shift({ center: 1, width: 2, explanation: 'VOI LUT', lut }, 1, 4);
    expect(display.windowFor(slice)).toEqual({ center: 2, width: 6, explanation: '' });
    display.shift({ center: 0, width: 0.5, explanation: '', voiLutFunction: 'SIGMOID' }, 0, -0.25);
    expect(display.windowFor(slice)).toMatchObject({ width: 0.25, voiLutFunction: 'SIGMOID' });
  });

  it('of fractions are narrowed below 1', () => {
    const display = new Display();
    display.shift({ center: 0.5, width: 0.8, explanation: '', voiLutFunction: 'LINEAR_EXACT' }, 0, -0.3);
    expect(display.windowFor(slice)?.width).toBeCloseTo(0.5);
    expect(display.windowFor(slice)?.voiLutFunction).toBe('LINEAR_EXACT');
  });
});

describe('dates', () => {
  it('are written for people', () => {
    expect(readableDate('20260412')).toBe('2026-04-12');
    expect(readableDate('unknown')).toBe('unknown');
  });

  it('carry the local offset', () => {
    const date = new Date(2026, 0, 2, 3, 4, 5);
    expect(localIso(date)).toMatch(/^2026-01-02T03:04:05[+-]\d\d:\d\d$/);
    expect(new Date(localIso(date)).getTime()).toBe(date.getTime());
  });
});

describe('nameOfRegion', () => {
  const region = (id: string, kind: Region['kind'], label = ''): Region =>
    ({ id, kind, label }) as unknown as Region;

  it('numbers regions of a kind only where there are several', () => {
    const all = [
      region('a', 'lesion'),
      region('b', 'artefact'),
      region('c', 'lesion'),
      region('d', 'lesion', 'Marker'),
    ];
    expect(nameOfRegion(all[2]!, all)).toBe('Lesion 2');
    expect(nameOfRegion(all[1]!, all)).toBe('Artefact');
    expect(nameOfRegion(all[3]!, all)).toBe('Marker');
  });
});
