import { expect, it } from 'vitest';
import type { MethodPasses } from '../../../preload/vocabulary';
import type { Review } from '../../review.svelte';
import { askAgain } from './ask-again';

/** How often a changed question is asked at once. */
function asked(passes: MethodPasses, explanation: object | null): number {
  let times = 0;
  const explain = (): void => void (times += 1);
  askAgain({ models: { summary: { passes } }, explanation, explain } as unknown as Review);
  return times;
}

it('asks a changed question at once where the method is cheap', () => expect(asked('one', {})).toBe(1));

it('leaves a costly method to the person', () => expect(asked('many', {})).toBe(0));

it('asks nothing of a slice that was not explained', () => expect(asked('one', null)).toBe(0));
