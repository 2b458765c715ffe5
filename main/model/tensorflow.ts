import { createRequire } from 'node:module';
import type * as TensorFlow from '@tensorflow/tfjs-node';
import { messageOf, PersonError } from '../process/errors';

export type Tf = typeof TensorFlow;
export type Tensor = TensorFlow.Tensor;

let loaded: Tf | null = null;

/** tfjs-node 4.22 calls two functions of node:util that Node 23 removed. */
function restoreRemovedUtil(util: Record<string, unknown>): void {
  util['isNullOrUndefined'] ??= (value: unknown) => value === null || value === undefined;
  util['isArray'] ??= Array.isArray;
}

/** Before its first use TensorFlow reads how it is to run; what somebody has set stays. */
function setUpEnvironment(env: NodeJS.ProcessEnv): void {
  env['TF_CPP_MIN_LOG_LEVEL'] ??= '2';
  // Of itself TensorFlow uses oneDNN only on CPUs with instructions for neural networks. It is the faster on others, too.
  if (process.arch === 'x64') env['TF_ENABLE_ONEDNN_OPTS'] ??= '1';
}

/**
 * Native TensorFlow, loaded when it is first needed: only after the removed functions are back, and never in a
 * process that has no use for it. One process, one backend: its addon is not thread-safe.
 */
export function tensorflow(): Tf {
  if (loaded) return loaded;
  setUpEnvironment(process.env);
  const require = createRequire(import.meta.url);
  restoreRemovedUtil(require('node:util') as Record<string, unknown>);
  try {
    loaded = require('@tensorflow/tfjs-node') as Tf;
  } catch (thrown) {
    throw new PersonError(
      `Native TensorFlow could not be loaded (${messageOf(thrown).split('\n')[0]}); run "npm start" once to set it up.`,
    );
  }
  return loaded;
}
