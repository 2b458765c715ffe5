import { expect, it } from 'vitest';
import type { MethodNeed } from '../../../preload/vocabulary';
import type { Review } from '../../review.svelte';
import { askAgain } from './ask-again';

/** How often a changed question is asked at once. */
function asked(needs: MethodNeed, explanation: object | null): number {
  let times = 0;
  const explain = (): void => void (times += 1);
  askAgain({ models: { summary: { needs } }, explanation, explain } as unknown as Review);
  return times;
}

it('asks a changed question at once where the method is cheap', () =>
  expect(asked('layer-gradient', {})).toBe(1));

it('leaves a costly method to the person', () => expect(asked('scores', {})).toBe(0));

it('asks nothing of a slice that was not explained', () => expect(asked('layer-gradient', null)).toBe(0));
