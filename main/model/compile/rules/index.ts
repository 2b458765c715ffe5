import { type Rule, Unsupported } from '../rule';
import { activationRule, clipRule, preluRule } from './activation';
import {
  addRule,
  divideRule,
  extremeRule,
  multiplyRule,
  squaredDifferenceRule,
  subtractRule,
  sumOfManyRule,
} from './arithmetic';
import { batchNormRule } from './batch-norm';
import { convolutionRule, depthwiseRule, transposedRule } from './convolution';
import { concatRule, padRule, reshapeRule, sliceRule, splitRule, tileRule, transposeRule } from './layout';
import { averagePoolRule, maxPoolRule } from './pooling';
import { productRule, softmaxRule } from './product';
import { extremeOverAxesRule, sumRule } from './reduction';
import { resizeRule } from './resize';
import { unaryRule } from './unary';

/** Every rule there is. */
const rules: readonly Rule[] = [
  activationRule,
  clipRule,
  preluRule,
  addRule,
  subtractRule,
  multiplyRule,
  divideRule,
  extremeRule,
  squaredDifferenceRule,
  sumOfManyRule,
  batchNormRule,
  convolutionRule,
  depthwiseRule,
  transposedRule,
  reshapeRule,
  sliceRule,
  splitRule,
  concatRule,
  padRule,
  transposeRule,
  tileRule,
  averagePoolRule,
  maxPoolRule,
  productRule,
  softmaxRule,
  sumRule,
  extremeOverAxesRule,
  resizeRule,
  unaryRule,
];

const byKernel = new Map(rules.flatMap((rule) => rule.kernels.map((kernel) => [kernel, rule] as const)));

/** The rule of a kernel. Throws Unsupported where there is none. */
export function ruleOf(kernel: string): Rule {
  const rule = byKernel.get(kernel);
  if (rule) return rule;
  throw new Unsupported(`the operation ${kernel}`);
}
