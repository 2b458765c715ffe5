import { afterEach, describe, expect, it, vi } from 'vitest';
import type { Progress } from '../../preload/vocabulary';
import { Caller } from './caller';
import type { ToProcess } from './protocol';

afterEach(() => vi.useRealTimers());

/** A caller whose messages are kept, and the calls that it took for hung. */
function setUp() {
  const sent: ToProcess[] = [];
  const hung: string[] = [];
  const caller = new Caller(
    (message) => sent.push(message),
    (name) => hung.push(name),
  );
  return { sent, hung, caller };
}

describe('Caller', () => {
  it('matches answers to calls by id, whatever their order', async () => {
    const { caller, sent } = setUp();
    const first = caller.call('slice', 'a');
    const second = caller.call('slice', 'b');
    expect(sent.map((message) => message.id)).toEqual([1, 2]);
    caller.receive({ type: 'answer', id: 2, answer: 'B' });
    caller.receive({ type: 'answer', id: 1, answer: 'A' });
    expect(await Promise.all([first, second])).toEqual(['A', 'B']);
    expect(caller.waiting).toBe(0);
  });

  it('rejects with the problem of the process', async () => {
    const { caller } = setUp();
    const call = caller.call('slice', null);
    caller.receive({ type: 'problem', id: 1, problem: { kind: 'person', message: 'No pixels.' } });
    await expect(call).rejects.toMatchObject({ problem: { kind: 'person', message: 'No pixels.' } });
  });

  it('passes progress and parts on until the answer', async () => {
    const { caller } = setUp();
    const heard: (Progress | unknown)[] = [];
    const call = caller.call('index', null, {
      onProgress: (p) => heard.push(p),
      onPart: (p) => heard.push(p),
    });
    const progress = { done: 1, total: 2, note: '' };
    caller.receive({ type: 'progress', id: 1, progress });
    caller.receive({ type: 'part', id: 1, part: 'half' });
    caller.receive({ type: 'answer', id: 1, answer: 'whole' });
    caller.receive({ type: 'part', id: 1, part: 'late' });
    expect(await call).toBe('whole');
    expect(heard).toEqual([progress, 'half']);
  });

  it('tells the process of a cancel and rejects at once, yet waits for the process to be done', async () => {
    const { caller, sent } = setUp();
    const controller = new AbortController();
    const parts: unknown[] = [];
    const call = caller.call('explain', null, {
      signal: controller.signal,
      onPart: (part) => parts.push(part),
    });
    controller.abort();
    await expect(call).rejects.toMatchObject({ problem: { kind: 'cancelled' } });
    expect(sent.at(-1)).toEqual({ type: 'cancel', id: 1 });
    caller.receive({ type: 'part', id: 1, part: 'unwanted' });
    expect([parts, caller.waiting]).toEqual([[], 1]);
    caller.receive({ type: 'answer', id: 1, answer: 'too late' });
    expect(caller.waiting).toBe(0);
  });

  it('sends nothing for a call that was cancelled before it began', async () => {
    const { caller, sent } = setUp();
    await expect(caller.call('explain', null, { signal: AbortSignal.abort() })).rejects.toMatchObject({
      problem: { kind: 'cancelled' },
    });
    expect(sent).toEqual([]);
  });

  it('takes a call for hung after its time limit, and never one that was answered', async () => {
    vi.useFakeTimers();
    const { caller, hung } = setUp();
    const slow = caller.call('explain', null, { timeLimit: 100 });
    const quick = caller.call('models', null, { timeLimit: 100 });
    caller.receive({ type: 'answer', id: 2, answer: [] });
    await quick;
    vi.advanceTimersByTime(101);
    expect(hung).toEqual(['explain']);
    caller.failAll({ kind: 'process', message: 'Gone.' });
    await expect(slow).rejects.toMatchObject({ problem: { kind: 'process' } });
  });

  it('keeps nothing of a call that could not be sent', async () => {
    const caller = new Caller(
      () => {
        throw new Error('stopped');
      },
      () => undefined,
    );
    await expect(caller.call('slice', null)).rejects.toThrow('stopped');
    expect(caller.waiting).toBe(0);
  });
});
