import { describe, expect, it } from 'vitest';
import type { TargetLayer } from '../../../preload/vocabulary';
import { heightByChannels, heightByGrid, roleOf } from './layer-drawing';
import { layersLike } from './layer-search';
import { earlyAdvice, idOf, layerFacts, spokenOf } from './layer-text';

const layer = (name: string, kind: string, side: number, channels: number): TargetLayer => ({
  ...{ name, kind, channels },
  ...{ rows: side, columns: side },
});
const early = layer('conv2_block1_concat', 'Concatenate', 56, 96);
const middle = layer('conv4_block1_concat', 'Concatenate', 14, 288);
const own = layer('relu', 'Activation', 7, 1024);
const layers = [early, middle, own];

describe('a layer in words', () => {
  it('says its kind and grid, whether it was found, and whether it is early', () => {
    expect(layerFacts(own, own)).toBe('Activation · 7×7×1024 · found');
    expect(layerFacts(early, own)).toBe('Concatenate · 56×56×96 · early layer');
    expect(spokenOf(own, true)).toBe('relu, Activation, 7×7×1024, found');
  });

  it('advises LayerCAM for early layers, but not to LayerCAM', () => {
    expect(earlyAdvice([early, own], own, 'grad-cam')).toMatch(/^conv2_block1_concat: early; LayerCAM/);
    expect(earlyAdvice([own], own, 'grad-cam')).toBe('');
    expect(earlyAdvice([early], own, 'layer-cam')).toBe('');
  });

  it('has an id without a space', () => {
    expect(idOf('block 1/add')).toBe('layer-block%201%2Fadd');
  });
});

describe('the search for a layer', () => {
  it.each([
    ['CONCAT', [early, middle]],
    ['concat 14', [middle]],
    ['14x14', [middle]],
    ['7×7×1024', [own]],
    ['activation', [own]],
    ['attic', []],
    ['  ', []],
  ])('"%s" finds by name, kind and grid', (text, found) => {
    expect(layersLike(layers, text)).toEqual(found);
  });
});

describe('a layer as it is drawn', () => {
  it('is as high as its grid is fine, and never out of sight', () => {
    const heights = layers.map((each) => heightByGrid(each, layers));
    expect(heights[0]).toBe(1);
    expect(heights[1]).toBeCloseTo(0.5, 9);
    expect(heightByGrid({ rows: 1, columns: 1 }, [{ rows: 900, columns: 900 }])).toBeGreaterThan(0.1);
  });

  it('is in its stage as high as it has channels', () => {
    const stage = [layer('a', 'Conv2D', 7, 256), layer('b', 'Conv2D', 7, 1024)];
    expect(stage.map((each) => heightByChannels(each, stage))).toEqual([0.5, 1]);
  });

  it.each([
    ['_FusedConv2D', 'convolves'],
    ['DepthwiseConv2D', 'convolves'],
    ['AddV2', 'joins'],
    ['Concatenate', 'joins'],
    ['Multiply', 'joins'],
    ['MaxPooling2D', 'passes'],
    ['BatchNormalization', 'passes'],
  ])('tells by its kind %s that it %s', (kind, role) => {
    expect(roleOf({ kind })).toBe(role);
  });
});
