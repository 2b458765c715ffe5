import { parentPort } from '../process/parent-port';
import { serve } from '../process/serve';
import type { EngineCalls } from './calls';
import { createEngine } from './engine';

/** The utility process that runs TensorFlow, off the main process and off the window. */
const engine = createEngine();
const { models, load, methods, explain, explainSeries, mapOf, classMaps, audit, agreement } = engine;
serve<EngineCalls>(parentPort(), {
  ...{ models, load, methods, explain, explainSeries, mapOf, classMaps, audit, agreement },
});
