import { expect, it } from 'vitest';
import type { Agreement } from '../../preload/vocabulary';
import { fakeBridge } from '../testing/fake-bridge';
import { Agreements } from './agreements.svelte';

const maps = (...ids: string[]) => ids.map((id) => ({ id }));
const agreementOf = ({ explanationIds }: { explanationIds: string[] }): Agreement => ({
  ...{ names: explanationIds, grid: [2, 2], pairs: [], warnings: [] },
});

it('asks once for each set of maps, and for none of fewer than two', async () => {
  const { asked } = fakeBridge({ agreement: agreementOf });
  const agreements = new Agreements();
  await agreements.want(maps('a', 'b'));
  await agreements.want(maps('a', 'b', 'c'));
  expect(agreements.agreement?.names).toEqual(['a', 'b', 'c']);
  await agreements.want(maps('a'));
  expect(agreements.agreement).toBeNull();
  await agreements.want(maps('a', 'b'));
  expect(agreements.agreement?.names).toEqual(['a', 'b']);
  expect(asked).toHaveLength(2);
});

it('says why maps cannot be compared, until others are wanted', async () => {
  const agreement = (): never => {
    throw new Error('The map is no longer kept.');
  };
  fakeBridge({ agreement });
  const agreements = new Agreements();
  await agreements.want(maps('a', 'b'));
  expect([agreements.agreement, agreements.failure]).toEqual([null, 'The map is no longer kept.']);
  await agreements.want([]);
  expect(agreements.failure).toBe('');
});
