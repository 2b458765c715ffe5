import { describe, expect, it } from 'vitest';
import type { TargetLayer } from '../../../preload/vocabulary';
import { steppedTo } from './layer-keys';
import { stagesOf } from './layer-stages';

const stages = stagesOf(
  [8, 8, 8, 4, 4, 2].map((side, at): TargetLayer => ({
    name: `l${at}`,
    kind: 'Conv2D',
    rows: side,
    columns: side,
    channels: 1,
  })),
);

describe('the keys on the layers', () => {
  it.each([
    ['ArrowRight', 'l2', 'l3'],
    ['ArrowLeft', 'l3', 'l2'],
    ['ArrowDown', 'l1', 'l3'],
    ['ArrowUp', 'l4', 'l3'],
    ['ArrowUp', 'l3', 'l0'],
    ['Home', 'l4', 'l0'],
    ['End', 'l1', 'l5'],
  ])('%s leads from %s to %s', (key, from, to) => {
    expect(steppedTo(key, stages, from)?.name).toBe(to);
  });

  it.each([
    ['ArrowRight', 'l5'],
    ['ArrowLeft', 'l0'],
    ['ArrowDown', 'l5'],
    ['ArrowUp', 'l0'],
  ])('%s stays at %s', (key, from) => {
    expect(steppedTo(key, stages, from)).toBeNull();
  });

  it('leaves other keys to others', () => {
    expect(steppedTo('e', stages, 'l0')).toBeUndefined();
  });
});
