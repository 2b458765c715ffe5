import type { Problem } from './problem';

/** Cells a side of the target layer's grid. */
export function gridSide(problem: Problem): number {
  return problem.blocks.reduce((side, { stride, pool }) => side / stride / (pool ? 2 : 1), problem.inputSize);
}
