import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { loadModel } from '../../../main/model/load';
import { drawSet } from './input';
import { areaUnderCurve } from './measure';
import { DEMO_MODELS, type DemoModel } from './models';
import type { Bias } from './problem';
import { PROBLEMS } from './problems';

const COUNT = 40;
/** Drawing takes a second or two on a quiet machine, and many on a busy one. */
const PATIENCE = 120_000;

/** AUC on a few images nobody has trained on, drawn at the size that training images are drawn at. */
async function sampleAuc({ name, kind }: DemoModel, population: Bias): Promise<number> {
  const problem = PROBLEMS[kind];
  const model = await loadModel(join(process.cwd(), 'assets', 'models', name));
  const { inputs, labels } = drawSet(problem, population, 'test', COUNT, problem.drawSize);
  const length = inputs.length / COUNT;
  const scores = Array.from(labels, (_, i) => {
    const logits = model.run(inputs.slice(i * length, (i + 1) * length));
    return logits[1]! - logits[0]!;
  });
  model.dispose();
  return areaUnderCurve(scores, labels);
}

describe('the committed models', () => {
  it.each(DEMO_MODELS.filter(({ bias }) => bias === 'honest'))(
    '$name finds lesions',
    async (model) => {
      expect(await sampleAuc(model, 'honest')).toBeGreaterThan(0.95);
    },
    PATIENCE,
  );

  it.each(DEMO_MODELS.filter(({ bias }) => bias === 'shortcut'))(
    '$name does well where its shortcut holds and clearly worse where it does not',
    async (model) => {
      const biased = await sampleAuc(model, 'shortcut');
      expect(biased).toBeGreaterThan(0.85);
      expect(await sampleAuc(model, 'honest')).toBeLessThan(biased - 0.1);
    },
    PATIENCE,
  );
});
