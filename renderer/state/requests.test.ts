import { describe, expect, it } from 'vitest';
import type { Explanation, Instance, Slice } from '../../preload/vocabulary';
import { Explanations, withinBudget } from './explanations.svelte';
import { deferred, fakeBridge } from '../testing/fake-bridge';
import type { Place } from './frames';
import { Models } from './models.svelte';
import { Problems } from './problems.svelte';
import { SliceReader } from './slice-reader';
import { Slices } from './slices.svelte';

const place = (sopInstanceUid: string): Place => ({
  instance: { sopInstanceUid, path: `/${sopInstanceUid}` } as unknown as Instance,
  frame: 1,
});
const slice = (sopInstanceUid: string): Slice =>
  ({ sopInstanceUid, frame: 1, pixels: new Float32Array(4), overlays: [] }) as unknown as Slice;

describe('the slice on screen', () => {
  it('is the last one asked for, whichever answers last', async () => {
    const answers = { a: deferred<Slice>(), b: deferred<Slice>() };
    fakeBridge({
      readSlice: ({ path }: { path: '/a' | '/b' }) => answers[path === '/a' ? 'a' : 'b'].promise,
    });
    const slices = new Slices(new SliceReader());
    const frames = [place('a'), place('b')];
    const first = slices.show(frames[0]!, frames, 0);
    const second = slices.show(frames[1]!, frames, 1);
    answers.b.resolve(slice('b'));
    await second;
    answers.a.resolve(slice('a'));
    await first;
    expect(slices.shown?.slice.sopInstanceUid).toBe('b');
    expect(slices.loading).toBe(false);
  });

  it('is each that comes on the way to the last, where they are asked for faster than they come', async () => {
    const answers = Object.fromEntries(['a', 'b', 'c', 'd'].map((uid) => [uid, deferred<Slice>()]));
    fakeBridge({ readSlice: ({ path }: { path: string }) => answers[path.slice(1)]!.promise });
    const slices = new Slices(new SliceReader());
    const frames = ['a', 'b', 'c', 'd'].map(place);
    const wishes = frames.map((each, index) => slices.show(each, frames, index));
    answers['a']!.resolve(slice('a'));
    await wishes[0];
    expect([slices.shown?.slice.sopInstanceUid, slices.loading]).toEqual(['a', true]);
    answers['d']!.resolve(slice('d'));
    await wishes[3];
    expect([slices.shown?.slice.sopInstanceUid, slices.loading]).toEqual(['d', false]);
    answers['b']!.resolve(slice('b'));
    await Promise.all(wishes);
    expect(slices.shown?.slice.sopInstanceUid).toBe('d');
  });

  it('never is one of a series that was left', async () => {
    const answer = deferred<Slice>();
    fakeBridge({ readSlice: ({ path }: { path: string }) => (path === '/a' ? answer.promise : slice('b')) });
    const slices = new Slices(new SliceReader());
    const left = slices.show(place('a'), [place('a')], 0);
    await slices.show(place('b'), [place('b')], 0);
    answer.resolve(slice('a'));
    await left;
    expect(slices.shown?.slice.sopInstanceUid).toBe('b');
  });

  it('is waited for by who wants the one asked for, and not taken for the one before it', async () => {
    const answer = deferred<Slice>();
    fakeBridge({ readSlice: ({ path }: { path: string }) => (path === '/b' ? answer.promise : slice('a')) });
    const slices = new Slices(new SliceReader());
    const frames = [place('a'), place('b')];
    await slices.show(frames[0]!, frames, 0);
    const coming = slices.show(frames[1]!, frames, 1);
    const [before, wanted] = [slices.shown, slices.arrived(frames[1]!)];
    answer.resolve(slice('b'));
    await coming;
    expect(before?.slice.sopInstanceUid).toBe('a');
    expect(await wanted).toEqual(slices.shown);
    expect(await slices.arrived(frames[1]!)).toBe(slices.shown);
  });

  it('gives way to the reason where it cannot be read', async () => {
    fakeBridge({
      readSlice: () => {
        throw new Error('The file ends too early.');
      },
    });
    const slices = new Slices(new SliceReader());
    await slices.show(place('a'), [place('a')], 0);
    expect(slices.shown).toBeNull();
    expect(slices.failure).toBe('The file ends too early.');
    expect(await slices.arrived(place('a'))).toBeNull();
  });

  it('is read once for two who want it', async () => {
    const { asked } = fakeBridge({ readSlice: () => slice('a') });
    const reader = new SliceReader();
    await Promise.all([reader.read(place('a')), reader.read(place('a'))]);
    await reader.read(place('a'));
    expect(asked).toHaveLength(1);
  });
});

describe('a reading', () => {
  it('is asked for anew when somebody looks at what was read ahead, and the first request is cancelled', async () => {
    const answers = [deferred<Slice>(), deferred<Slice>()];
    let call = 0;
    const { asked } = fakeBridge({ readSlice: () => answers[call++]!.promise });
    const reader = new SliceReader();
    const early = reader.read(place('a'), { ahead: true });
    const now = reader.read(place('a'));
    expect(asked.map(({ name }) => name)).toEqual(['readSlice', 'readSlice', 'cancel']);
    expect(asked.map(({ argument }) => (argument as { ahead?: boolean }).ahead)).toEqual([
      true,
      false,
      undefined,
    ]);
    answers[1]!.resolve(slice('a'));
    expect(await early).toBe(await now);
  });

  it('is repeated after all was forgotten, also where the one before is still under way', async () => {
    const answers = [deferred<Slice>(), deferred<Slice>()];
    let call = 0;
    const { asked } = fakeBridge({ readSlice: () => answers[call++]!.promise });
    const reader = new SliceReader();
    const before = reader.read(place('a'));
    reader.forget();
    const after = reader.read(place('a'));
    answers[1]!.resolve(slice('new'));
    expect((await after).sopInstanceUid).toBe('new');
    answers[0]!.resolve(slice('old'));
    expect((await before).sopInstanceUid).toBe('old');
    expect((await reader.read(place('a'))).sopInstanceUid).toBe('new');
    reader.forget();
    expect(reader.isAtHand(place('a'))).toBe(false);
    expect(asked).toHaveLength(2);
  });

  it('is cancelled when the last who wanted it has gone, and begun anew for the next', async () => {
    const { asked } = fakeBridge({ readSlice: () => deferred<Slice>().promise });
    const reader = new SliceReader();
    const [first, second] = [new AbortController(), new AbortController()];
    const gone = [first, second].map(({ signal }) =>
      expect(reader.read(place('a'), { ahead: true, signal })).rejects.toThrow(),
    );
    first.abort();
    expect(asked.map(({ name }) => name)).toEqual(['readSlice']);
    second.abort();
    await Promise.all(gone);
    expect(asked.map(({ name }) => name)).toEqual(['readSlice', 'cancel']);
    void reader.read(place('a'));
    expect(asked).toHaveLength(3);
  });
});

describe('the budget of maps', () => {
  const entry = (key: string, values: number) =>
    [key, { map: { values: new Float32Array(values) } } as unknown as Explanation] as const;

  it('lets the oldest go first, and never the newest', () => {
    const entries = [entry('a', 10), entry('b', 10), entry('c', 10)];
    const keys = (bytes: number) => withinBudget(entries, bytes).map(([key]) => key);
    expect(keys(120)).toEqual(['a', 'b', 'c']);
    expect(keys(119)).toEqual(['b', 'c']);
    expect(keys(79)).toEqual(['c']);
    expect(keys(1)).toEqual(['c']);
  });
});

describe('explanations', () => {
  const explanation = (id: string): Explanation =>
    ({
      id,
      modelId: 'm',
      scores: [],
      classIndex: 0,
      map: { peak: 1, values: new Float32Array(1) },
    }) as unknown as Explanation;

  it('cancel the request before, and ignore what it answers', async () => {
    const answers = [deferred<Explanation>(), deferred<Explanation>()];
    let call = 0;
    const { asked } = fakeBridge({ loadModel: () => ({ id: 'm' }), explain: () => answers[call++]!.promise });
    const models = new Models(new Problems());
    await models.load('m');
    const explanations = new Explanations(models, new Problems());
    const first = explanations.explain(slice('a'), '/a.dcm');
    const second = explanations.explain(slice('a'), '/a.dcm');
    answers[1]!.resolve(explanation('second'));
    expect(await second).toBe(true);
    answers[0]!.resolve(explanation('first'));
    expect(await first).toBe(false);
    expect(explanations.of(slice('a'))?.id).toBe('second');
    expect(asked.map(({ name }) => name)).toEqual(['loadModel', 'explain', 'cancel', 'explain']);
  });

  it('belong to the model that made them', async () => {
    fakeBridge({ loadModel: ({ id }: { id: string }) => ({ id }), explain: () => explanation('one') });
    const models = new Models(new Problems());
    await models.load('m');
    const explanations = new Explanations(models, new Problems());
    await explanations.explain(slice('a'), '/a.dcm');
    await models.load('other');
    expect(explanations.of(slice('a'))).toBeNull();
  });
});
