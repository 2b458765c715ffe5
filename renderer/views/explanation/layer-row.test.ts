import { render } from 'svelte/server';
import { describe, expect, it } from 'vitest';
import type { TargetLayer } from '../../../preload/vocabulary';
import { stagesOf } from './layer-stages';
import LayerRow from './LayerRow.svelte';
import LayerStages from './LayerStages.svelte';

/** As many layers as DenseNet-121 has, on five grids. */
const layers = Array.from({ length: 430 }, (_, at): TargetLayer => {
  const side = 112 >> Math.floor(at / 90);
  return {
    name: `block ${at}`,
    kind: at % 7 ? 'Conv2D' : 'Concatenate',
    rows: side,
    columns: side,
    channels: 32,
  };
});
const stages = stagesOf(layers);
const chosen = ['block 100', 'block 101'];
const count = (body: string, text: string): number => body.split(text).length - 1;

describe('a large network', () => {
  it('is drawn as one block for each stage, those with chosen layers lit and the open one said', () => {
    const props = { stages, chosen, open: stages[2], onOpen: () => undefined };
    const { body } = render(LayerStages, { props });
    expect(count(body, '<button')).toBe(5);
    expect(body).toContain('aria-label="56×56: layers: 90, up to 32 channels"');
    expect(body.match(/class="[^"]*chosen[^>]*data-testid="([^"]*)"/)?.[1]).toBe('stage-56x56');
    expect(body.match(/aria-expanded="true"[^>]*data-testid="([^"]*)"/)?.[1]).toBe('stage-28x28');
  });

  it('shows the layers of one stage as options with names, the chosen and the found among them', () => {
    const stage = stages[1]!;
    const props = { stage, among: [], chosen, own: 'block 179', at: 'block 100' };
    const { body } = render(LayerRow, { props });
    expect(count(body, 'role="option"')).toBe(90);
    expect(count(body, 'aria-selected="true"')).toBe(2);
    expect(body).toContain('aria-label="block 179, Conv2D, 56×56×32, found"');
    expect(body).toContain('id="layer-block%20100"');
  });
});
