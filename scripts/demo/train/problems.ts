import { chestProblem } from '../chest/problem';
import { skinProblem } from '../skin/problem';
import type { Problem, ProblemKind } from './problem';

/** Every problem; a new one is one file and one line here. */
export const PROBLEMS: Readonly<Record<ProblemKind, Problem>> = { chest: chestProblem, skin: skinProblem };
