import { describe, expect, it } from 'vitest';
import { valueOf } from '../../preload/text';
import type { Explanation, Instance, SeriesPart, SliceAnswer } from '../../preload/vocabulary';
import { deferred, fakeBridge } from '../testing/fake-bridge';
import { Explanations } from './explanations.svelte';
import type { Place } from './frames';
import { Models } from './models.svelte';
import { Problems } from './problems.svelte';
import { SeriesRun } from './series-run.svelte';

const frames = ['a', 'b', 'c'].map((uid): Place => ({
  instance: { sopInstanceUid: uid, path: `/${uid}`, rows: 4, columns: 5 } as unknown as Instance,
  frame: 1,
}));
const question = { method: 'grad-cam', classIndex: 1, against: null, layers: [], parameters: {} } as const;
const wish = { seriesInstanceUid: 's', frames, modelId: 'm', question, label: 'Nodule' };

const answer = (sopInstanceUid: string, peak = 1): SliceAnswer => ({
  ...{ explanationId: `${sopInstanceUid}-run`, sopInstanceUid, frame: 1, modelId: 'm' },
  ...{ label: 'Nodule', score: 0.5, peak, unit: 'logit' },
});
const explanation = (id: string, sopInstanceUid: string, classIndex = 1) =>
  ({
    ...{ id, modelId: 'm', sopInstanceUid, frame: 1, classIndex, against: null, classLabel: 'Nodule' },
    ...{ scores: [{ probability: 0.1 }, { probability: 0.5 }], unit: 'logit' },
    map: { peak: 1, values: new Float32Array(1) },
  }) as unknown as Explanation;
const part = (more: Partial<SeriesPart>): SeriesPart => ({
  ...{ answers: [], leftOut: [], done: 0, total: frames.length, ...more },
});

/** A run over a fake application, whose answer to the run is given by hand. */
async function begun(handlers: Parameters<typeof fakeBridge>[0] = {}) {
  const end = deferred<{ explained: number }>();
  const methods = [
    { id: 'grad-cam', passes: 'one' },
    { id: 'occlusion', passes: 'many' },
  ];
  const { asked } = fakeBridge({
    ...{ listModels: () => [], listMethods: () => methods, loadModel: () => ({ id: 'm', problems: {} }) },
    ...{ explainSeries: () => end.promise, ...handlers },
  });
  const problems = new Problems();
  const models = new Models(problems);
  await models.list();
  await models.load('m');
  const explanations = new Explanations(models, problems);
  const clock = { now: 0 };
  const run = new SeriesRun(explanations, problems, () => clock.now);
  const requestId = () =>
    (asked.findLast(({ name }) => name === 'explainSeries')!.argument as { requestId: string }).requestId;
  const names = () => asked.map(({ name }) => name).slice(3);
  return { run, end, asked, names, requestId, problems, explanations, clock };
}

describe('a run over a series', () => {
  it('asks for all frames at once, and takes what comes as it comes', async () => {
    const { run, end, asked, requestId, explanations, clock } = await begun();
    const running = run.start(wish);
    const sent = asked.at(-1)!.argument as { places: never; request: unknown };
    expect(valueOf(sent.places)).toEqual(
      ['a', 'b', 'c'].map((uid) => ({ sopInstanceUid: uid, frame: 1, path: `/${uid}`, rows: 4, columns: 5 })),
    );
    expect(sent.request).toEqual({ modelId: 'm', ...question });
    clock.now = 40_000;
    run.part(requestId(), part({ answers: [answer('a', 3)], done: 1 }));
    expect(run.running).toEqual({ done: 1, total: 3, left: 'about a minute left' });
    run.progress(requestId(), { done: 2, total: 3, note: '' });
    expect(run.running).toEqual({ done: 2, total: 3, left: 'about 20 seconds left' });
    end.resolve({ explained: 3 });
    await running;
    expect(run.running).toBeNull();
    run.part(requestId(), part({ answers: [answer('b'), answer('c')], done: 3 }));
    expect(Object.keys(explanations.marks)).toEqual(['a#1', 'b#1', 'c#1']);
    expect(explanations.marks['a#1']).toMatchObject({ score: 0.5, peak: 3, kind: run.of!.kind });
  });

  it('keeps what it has made when it is stopped, and hears no more of another', async () => {
    const { run, names, requestId, explanations } = await begun();
    void run.start(wish);
    const first = requestId();
    run.part(first, part({ answers: [answer('a')], done: 1 }));
    run.cancel();
    expect([run.running, names()]).toEqual([null, ['explainSeries', 'cancel']]);
    expect(Object.keys(explanations.marks)).toEqual(['a#1']);
    void run.start({ ...wish, question: { ...question, classIndex: 0 } });
    run.part(first, part({ answers: [answer('b')], done: 3 }));
    expect([Object.keys(explanations.marks), run.running?.done]).toEqual([['a#1'], 0]);
  });

  it('tells how many slices were left out, and why', async () => {
    const { run, requestId, problems } = await begun();
    void run.start(wish);
    const leftOut = ['a', 'b'].map((uid) => ({
      sopInstanceUid: uid,
      frame: 1,
      reason: `${uid} ends too early.`,
    }));
    run.part(requestId(), part({ leftOut: [leftOut[0]!], done: 1 }));
    expect(problems.notices).toEqual([]);
    run.part(requestId(), part({ leftOut: [leftOut[1]!], answers: [answer('c')], done: 3 }));
    expect(problems.notices.map(({ message }) => message)).toEqual([
      '2 slices were left out of the run: a ends too early. b ends too early.',
    ]);
  });

  it('ends with a sentence where it fails', async () => {
    const { run, problems } = await begun({
      explainSeries: () => {
        throw new Error('The engine has stopped.');
      },
    });
    await run.start(wish);
    expect([run.running, problems.notices[0]?.message]).toEqual([null, 'The engine has stopped.']);
  });
});

describe('the map of a slice of a run', () => {
  const a = { sopInstanceUid: 'a', frame: 1 };

  it('is fetched once, when it is looked at', async () => {
    const { explanations, names } = await begun({ mapOf: () => explanation('a-run', 'a') });
    explanations.take([answer('a')], question);
    expect(explanations.withoutMap(a)?.explanationId).toBe('a-run');
    await Promise.all([explanations.fetchMap(a, '/a'), explanations.fetchMap(a, '/a')]);
    await explanations.fetchMap(a, '/a');
    expect([names(), explanations.byFrame['a#1']?.id]).toEqual([['mapOf'], 'a-run']);
    expect(explanations.withoutMap(a)).toBeNull();
  });

  it('is made anew where the engine has lost it, by the question of the run', async () => {
    const { explanations, asked } = await begun({
      mapOf: () => null,
      explain: () => explanation('new', 'a'),
    });
    explanations.take([answer('a')], question);
    await explanations.fetchMap(a, '/a');
    expect(asked.at(-1)).toMatchObject({
      name: 'explain',
      argument: { request: { modelId: 'm', ...question } },
    });
    expect(explanations.byFrame['a#1']?.id).toBe('new');
  });

  it('is not made anew unasked where that takes long', async () => {
    const { explanations, names, problems } = await begun({ mapOf: () => null });
    explanations.take([answer('a')], { ...question, method: 'occlusion' });
    await explanations.fetchMap(a, '/a');
    expect([names(), problems.notices[0]?.message]).toEqual([['mapOf'], expect.stringMatching(/press E/)]);
  });

  it('takes the place of one that answers another question, not of one that answers the same', async () => {
    const { explanations } = await begun({ explain: () => explanation('own', 'a') });
    await explanations.explain(a, '/a', question);
    explanations.take([answer('a')], question);
    expect([explanations.byFrame['a#1']?.id, explanations.marks['a#1']?.explanationId]).toEqual([
      'own',
      'own',
    ]);
    explanations.take([answer('a')], { ...question, method: 'layer-cam' });
    expect([explanations.byFrame['a#1'], explanations.marks['a#1']?.explanationId]).toEqual([
      undefined,
      'a-run',
    ]);
  });
});
