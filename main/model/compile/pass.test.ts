import { describe, expect, it } from 'vitest';
import { Emitter, type Feed } from './emitter';
import { PassChoice } from './pass';
import { manyInputs, type PassPlan, type Plan } from './plan';
import type { Session } from './session';

/** A plan whose two passes give the input back. */
function planned(): Plan {
  const emitter = new Emitter();
  const input = emitter.placeholder([1, 2]);
  const pass = (ready: string): PassPlan => {
    const logits = emitter.op('Neg', [input], [1, 2]);
    return { logits, chosen: logits, layers: new Map(), inputGradient: null, ready };
  };
  const [few, many] = [pass('few'), pass('many')];
  const graph = { savedModel: new Uint8Array(0), weights: [], done: '' };
  return { graph, input, weights: input, top: input, few, many, emitter };
}

/** A session that answers with the given logits for each input, and writes down what was made ready. */
function session(logits: readonly number[]) {
  const ready: string[] = [];
  const run = (feeds: readonly Feed[], fetches: readonly string[]): Float32Array[] => {
    if (feeds.length === 0) ready.push(...fetches);
    const count = (feeds[0]?.values.length ?? 0) / 2;
    return [Float32Array.from({ length: count * logits.length }, (_, i) => logits[i % logits.length]!)];
  };
  return { ready, session: { run } as unknown as Session };
}
const trial = { input: Float32Array.of(3, 4), logits: Float32Array.of(1, 2) };

describe('the pass for a number of inputs', () => {
  it('is that for many from some number on, made ready once and when it is first needed', () => {
    const plan = planned();
    const { ready, session: own } = session([1, 2]);
    const passes = new PassChoice(plan, own, trial);
    expect(passes.of(manyInputs - 1).nodes).toBe(plan.few);
    expect(ready).toEqual(['few']);
    expect(passes.of(manyInputs).nodes).toBe(plan.many);
    expect(passes.of(manyInputs).nodes).toBe(plan.many);
    expect(ready).toEqual(['few', 'many']);
  });

  it('stays that for a few where the other answers otherwise', () => {
    const plan = planned();
    const passes = new PassChoice(plan, session([1, 2.01]).session, trial);
    expect(passes.of(manyInputs).nodes).toBe(plan.few);
  });
});
