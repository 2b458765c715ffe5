import { describe, expect, it, vi } from 'vitest';
import type { Events } from '../../preload/contract';
import { textOf } from '../../preload/text';
import type { SeriesPlace, Slice, SliceAnswer, SliceLeftOut } from '../../preload/vocabulary';
import type { EngineCalls } from '../engine/calls';
import { CallFailed } from '../process/caller';
import type { SliceWish } from '../reader/calls';
import { answersOf } from '.';
import { testDesk } from './testing';

const placeOf = (frame: number): SeriesPlace => ({
  ...{ path: '/x/a.dcm', sopInstanceUid: '1.2.3', frame, rows: 512, columns: 512 },
});
const placesOf = (count: number) => Array.from({ length: count }, (_, index) => placeOf(index + 1));
const request = {
  ...{ modelId: '/models/chest', method: 'grad-cam', classIndex: 1, against: null },
  ...{ layers: ['conv'], parameters: {} },
};
const failed = (kind: 'person' | 'process' | 'cancelled', message: string) =>
  Promise.reject(new CallFailed({ kind, message }));

type Asked = EngineCalls['explainSeries']['argument'];
interface Options {
  readonly signal: AbortSignal;
  onPart(part: EngineCalls['explainSeries']['part']): void;
  onProgress(progress: { done: number; total: number; note: string }): void;
}
type Read = (wish: SliceWish) => Promise<Slice>;

const readSlice: Read = ({ frame }) =>
  Promise.resolve({ sopInstanceUid: '1.2.3', frame, pixels: new Float32Array(0) } as Slice);
const answerOf = ({ frame }: Slice): SliceAnswer => ({
  ...{ explanationId: `of ${frame}`, sopInstanceUid: '1.2.3', frame, modelId: '/models/chest', label: 'b' },
  ...{ score: 0.5, peak: frame, unit: 'logit' },
});
/** Answers all slices in one part. */
const explainAll = ({ slices }: Asked, { onPart }: Options): Promise<readonly SliceAnswer[]> => {
  const answers = slices.map(answerOf);
  onPart(answers);
  return Promise.resolve(answers);
};

const refusalOf = ({ sopInstanceUid, frame }: Slice): SliceLeftOut => ({
  ...{ sopInstanceUid, frame, reason: 'chest answers with values that are no numbers.' },
});

/** A desk whose reader and engine answer so, and what was announced and asked of them, in order. */
function deskOf(read: Read = readSlice, explain = explainAll) {
  const order: string[] = [];
  const parts: Events['seriesPart']['part'][] = [];
  const shares: number[] = [];
  const desk = testDesk({
    reader: {
      call: (_name, wish) => {
        order.push(`read ${(wish as SliceWish).frame}`);
        return read(wish as SliceWish) as Promise<never>;
      },
    },
    engine: {
      call: async (_name, argument, options) => {
        const { slices } = argument as Asked;
        order.push(`explain ${slices[0]!.frame} to ${slices.at(-1)!.frame}`);
        return (await explain(argument as Asked, options as unknown as Options)) as never;
      },
    },
    announce: (name, event) => {
      if (name === 'seriesPart') parts.push((event as Events['seriesPart']).part);
      if (name === 'progress') shares.push((event as Events['progress']).progress.done);
    },
  });
  const answers = answersOf(desk);
  const run = (count: number) =>
    answers.explainSeries({ requestId: 'r', places: textOf(placesOf(count)), request });
  return { desk, answers, run, order, parts, shares };
}

const framesOf = (parts: readonly Events['seriesPart']['part'][]) =>
  parts.flatMap(({ answers }) => answers.map(({ frame }) => frame));

describe('a run over a series', () => {
  it('tells of all slices in order, a chunk after the other, and leaves a trail', async () => {
    const { desk, run, parts, order } = deskOf();
    expect(await run(40)).toEqual({ explained: 40 });
    expect(framesOf(parts)).toEqual(placesOf(40).map(({ frame }) => frame));
    expect(parts.map(({ done, total }) => [done, total])).toEqual([
      [16, 40],
      [32, 40],
      [40, 40],
    ]);
    expect(order.filter((what) => what.startsWith('explain'))).toEqual([
      'explain 1 to 16',
      'explain 17 to 32',
      'explain 33 to 40',
    ]);
    expect(desk.store.trail.list()).toMatchObject([
      {
        ...{ action: 'explanation', subject: '1.2.3' },
        details: { model: 'chest', method: 'grad-cam', layer: 'conv', class: 1, slices: 40 },
      },
    ]);
  });

  it('reads the next chunk, and no other, while the engine works', async () => {
    let finish: (value: unknown) => void = () => undefined;
    const work = new Promise((resolve) => (finish = resolve));
    const { run, order } = deskOf(readSlice, async (asked, options) => {
      await work;
      return explainAll(asked, options);
    });
    const running = run(48);
    await vi.waitFor(() => expect(order).toContain('explain 1 to 16'));
    expect(order.filter((what) => what.startsWith('read'))).toHaveLength(32);
    finish(null);
    expect(await running).toEqual({ explained: 48 });
  });

  it('reads behind what somebody looks at', async () => {
    const read = vi.fn(readSlice);
    await deskOf(read).run(1);
    expect(read).toHaveBeenCalledExactlyOnceWith({ path: '/x/a.dcm', frame: 1, ahead: true });
  });

  it.each(['person', 'process'] as const)(
    'leaves a slice out that cannot be read (%s), says why, and goes on',
    async (kind) => {
      const { run, parts } = deskOf((wish) =>
        wish.frame === 2 ? failed(kind, 'a.dcm is damaged.') : readSlice(wish),
      );
      expect(await run(3)).toEqual({ explained: 2 });
      expect(framesOf(parts)).toEqual([1, 3]);
      const left = { sopInstanceUid: '1.2.3', frame: 2, reason: 'a.dcm is damaged.' };
      expect(parts.flatMap(({ leftOut }) => leftOut)).toEqual([left]);
      expect(parts.at(-1)).toMatchObject({ done: 3, total: 3 });
    },
  );

  it('leaves a slice out that the model refuses, says why, and goes on', async () => {
    const { desk, run, parts } = deskOf(readSlice, ({ slices }, { onPart }) => {
      onPart(slices.slice(0, 1).map(answerOf));
      onPart([...slices.slice(1, 2).map(refusalOf), ...slices.slice(2).map(answerOf)]);
      return Promise.resolve(slices.filter((_, index) => index !== 1).map(answerOf));
    });
    expect(await run(18)).toEqual({ explained: 16 });
    const left = parts.flatMap(({ leftOut }) => leftOut);
    expect(left.map(({ frame, reason }) => [frame, reason])).toEqual([
      [2, 'chest answers with values that are no numbers.'],
      [18, 'chest answers with values that are no numbers.'],
    ]);
    expect(framesOf(parts)).toHaveLength(16);
    expect(parts.map(({ done }) => done)).toEqual([1, 16, 17, 18]);
    expect(desk.store.trail.list()).toMatchObject([{ details: { slices: 16 } }]);
  });

  it('tells the engine whether the question was answered before', async () => {
    const before: (boolean | undefined)[] = [];
    const { run } = deskOf(readSlice, (asked, options) => {
      before.push(asked.answeredBefore);
      if (before.length > 1) return explainAll(asked, options);
      options.onPart(asked.slices.map(refusalOf));
      return Promise.resolve([]);
    });
    expect(await run(48)).toEqual({ explained: 32 });
    expect(before).toEqual([false, false, true]);
  });

  it('leaves a slice out whose file holds another image by now', async () => {
    const { run, parts } = deskOf(async (wish) => ({
      ...(await readSlice(wish)),
      sopInstanceUid: wish.frame === 1 ? '9.9' : '1.2.3',
    }));
    expect(await run(2)).toEqual({ explained: 1 });
    expect(parts[0]!.leftOut).toMatchObject([{ frame: 1, reason: expect.stringMatching(/another image/) }]);
  });

  it('asks nothing of the engine, and leaves no trail, where no slice can be read', async () => {
    const { desk, run, parts, order } = deskOf(() => failed('person', 'is damaged.'));
    expect(await run(20)).toEqual({ explained: 0 });
    expect(parts.flatMap(({ leftOut }) => leftOut)).toHaveLength(20);
    expect(order.some((what) => what.startsWith('explain'))).toBe(false);
    expect(desk.store.trail.list()).toEqual([]);
  });

  it('tells how far it is in slices of the whole series', async () => {
    const { run, shares } = deskOf(readSlice, (asked, options) => {
      options.onProgress({ done: 1, total: asked.slices.length, note: 'Running the model' });
      return explainAll(asked, options);
    });
    await run(20);
    expect(shares).toEqual([1, 17]);
  });

  it('keeps what was told before it was cancelled, and asks for no more', async () => {
    const { desk, answers, run, parts, order } = deskOf(readSlice, ({ slices }, { signal, onPart }) => {
      onPart(slices.slice(0, 3).map(answerOf));
      return new Promise((_resolve, reject) =>
        signal.addEventListener('abort', () => reject(new CallFailed({ kind: 'cancelled', message: '' }))),
      );
    });
    const running = run(64);
    await vi.waitFor(() => expect(parts).toHaveLength(1));
    await answers.cancel({ requestId: 'r' });
    await expect(running).rejects.toMatchObject({ problem: { kind: 'cancelled' } });
    expect(framesOf(parts)).toEqual([1, 2, 3]);
    expect(order.filter((what) => what.startsWith('explain'))).toEqual(['explain 1 to 16']);
    expect(order.filter((what) => what.startsWith('read'))).toHaveLength(32);
    expect(desk.store.trail.list()).toMatchObject([{ details: { slices: 3 } }]);
  });

  it('ends where the slices are given up while they are read', async () => {
    const { run, order } = deskOf(() => failed('cancelled', 'Cancelled.'));
    await expect(run(3)).rejects.toMatchObject({ problem: { kind: 'cancelled' } });
    expect(order.some((what) => what.startsWith('explain'))).toBe(false);
  });

  it('ends with what the engine says, whatever becomes of the slices read ahead', async () => {
    const broken: Read = (wish) => (wish.frame > 16 ? failed('person', 'is damaged.') : readSlice(wish));
    const { run } = deskOf(broken, () => failed('process', 'The engine ended unexpectedly.'));
    await expect(run(20)).rejects.toThrow('The engine ended unexpectedly.');
  });

  it('refuses places that are none', async () => {
    const { answers, order } = deskOf();
    const places = textOf([{ ...placeOf(1), rows: 0 }]);
    await expect(answers.explainSeries({ requestId: 'r', places, request })).rejects.toThrow(/rows/);
    expect(order).toEqual([]);
  });
});

describe('what belongs to a run', () => {
  it('is a map by its id, and every class of the slice that the reader has', async () => {
    const call = vi.fn((name: string) => Promise.resolve(name));
    const desk = testDesk({
      engine: { call: call as never },
      reader: { call: (_name, wish) => readSlice(wish as SliceWish) as Promise<never> },
    });
    const answers = answersOf(desk);
    expect(await answers.mapOf({ explanationId: 'a' })).toBe('mapOf');
    expect(call).toHaveBeenLastCalledWith('mapOf', { explanationId: 'a' }, expect.anything());
    const question = { modelId: '/m', method: 'grad-cam', parameters: {}, layer: '', classes: [] };
    const { path, sopInstanceUid, frame } = placeOf(4);
    const asked = { requestId: 'r', path, of: { sopInstanceUid, frame }, question };
    expect(await answers.classMaps(asked)).toBe('classMaps');
    const argument = { question, slice: await readSlice({ path, frame }) };
    expect(call).toHaveBeenLastCalledWith('classMaps', argument, expect.anything());
  });
});
