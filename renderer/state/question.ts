import type { MethodSummary } from '../../preload/vocabulary';

/** Whether a method answers within about one pass through the model, so that every change may ask it again. */
export const isCheap = ({ needs }: Pick<MethodSummary, 'needs'>): boolean =>
  needs === 'layer-gradient' || needs === 'nothing';
