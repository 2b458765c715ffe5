import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { CancelledError } from '../../process/errors';
import { type Hand, HandLost } from './hand';
import { Pool } from './pool';

/** A hand whose tasks end when the test says so. */
class FakeHand implements Hand<string, string> {
  task = '';
  ended = false;
  finish!: (result: string) => void;
  fail!: (why: Error) => void;

  do(task: string): Promise<string> {
    this.task = task;
    return new Promise((resolve, reject) => Object.assign(this, { finish: resolve, fail: reject }));
  }

  end(): void {
    this.ended = true;
    this.fail(new HandLost('was ended'));
  }
}

const never = new AbortController().signal;

function setUp(size = 1) {
  const hands: FakeHand[] = [];
  const results: string[] = [];
  const pool = new Pool<string, string>({
    ...{ size, timeLimit: 1000, patience: 100 },
    hire: () => hands[hands.push(new FakeHand()) - 1]!,
    onResult: (key, result) => results.push(`${key} ${result}`),
  });
  const now = (key: string, signal = never) => pool.run(key, key, 'now', signal);
  const ahead = (key: string, signal = never) => pool.run(key, key, 'ahead', signal);
  return { pool, hands, results, now, ahead };
}

beforeEach(() => void vi.useFakeTimers());
afterEach(() => void vi.useRealTimers());

describe('Pool', () => {
  it('has its first hand ready where it was warmed, and no second one', () => {
    const { pool, hands, now } = setUp(2);
    pool.warm();
    pool.warm();
    expect(hands).toHaveLength(1);
    void now('a');
    expect(hands.map(({ task }) => task)).toEqual(['a']);
  });

  it('works on as many tasks at a time as it has hands, and hires no more than it needs', async () => {
    const { hands, now } = setUp(2);
    const first = now('a');
    expect(hands.map(({ task }) => task)).toEqual(['a']);
    const others = [now('b'), now('c')];
    expect(hands.map(({ task }) => task)).toEqual(['a', 'b']);
    hands[0]!.finish('A');
    expect(await first).toBe('A');
    await vi.waitFor(() => expect(hands.map(({ task }) => task)).toEqual(['c', 'b']));
    hands[0]!.finish('C');
    hands[1]!.finish('B');
    expect(await Promise.all(others)).toEqual(['B', 'C']);
  });

  it('does what somebody waits for before what was asked for ahead of need, each in the order of asking', async () => {
    const { hands, now, ahead } = setUp();
    const all = [ahead('1'), ahead('2'), ahead('3'), now('4'), now('5')];
    const done: string[] = [];
    while (done.length < all.length) {
      const { task } = hands[0]!;
      done.push(task);
      hands[0]!.finish(task);
      if (done.length < all.length) await vi.waitFor(() => expect(hands[0]!.task).not.toBe(task));
    }
    expect(done).toEqual(['1', '4', '5', '2', '3']);
  });

  it('moves a task up when somebody waits for it that was asked for ahead, and does it once for both', async () => {
    const { hands, results, now, ahead } = setUp();
    void now('0');
    const early = [ahead('1'), ahead('2')];
    const shared = now('2');
    hands[0]!.finish('zero');
    await vi.waitFor(() => expect(hands[0]!.task).toBe('2'));
    hands[0]!.finish('two');
    expect(await Promise.all([early[1], shared])).toEqual(['two', 'two']);
    expect(results).toEqual(['0 zero', '2 two']);
  });

  it('never begins what nobody waits for any more, but does what one of two still waits for', async () => {
    const { hands, now, ahead } = setUp();
    void now('0');
    const [alone, one] = [new AbortController(), new AbortController()];
    const left = [ahead('1', alone.signal), ahead('2', one.signal)].map((each) =>
      expect(each).rejects.toThrow(CancelledError),
    );
    void ahead('2');
    alone.abort();
    one.abort();
    await Promise.all(left);
    hands[0]!.finish('zero');
    await vi.waitFor(() => expect(hands[0]!.task).toBe('2'));
  });

  it('does nothing for a wish that was cancelled before it came', async () => {
    const { hands, now } = setUp();
    await expect(now('a', AbortSignal.abort())).rejects.toThrow(CancelledError);
    expect(hands).toEqual([]);
  });

  it('lets go at once of who cancels a task under way, and still hands its result on', async () => {
    const { hands, results, now } = setUp();
    const controller = new AbortController();
    const gone = now('a', controller.signal);
    controller.abort();
    await expect(gone).rejects.toThrow(CancelledError);
    hands[0]!.finish('A');
    await vi.waitFor(() => expect(results).toEqual(['a A']));
    expect(hands[0]!.ended).toBe(false);
  });

  it('ends and replaces the hand of a task that hangs; the others are not harmed', async () => {
    const { hands, now } = setUp(2);
    const hung = expect(now('hangs')).rejects.toThrow('took too long');
    const other = now('other');
    const next = now('next');
    await vi.advanceTimersByTimeAsync(999);
    expect(hands[0]!.ended).toBe(false);
    hands[1]!.finish('fine');
    expect(await other).toBe('fine');
    await vi.advanceTimersByTimeAsync(1);
    await hung;
    expect(hands.map(({ ended }) => ended)).toEqual([true, false]);
    hands[1]!.finish('next');
    expect(await next).toBe('next');
    void now('a');
    void now('b');
    expect(hands.map(({ task }) => task)).toEqual(['hangs', 'a', 'b']);
  });

  it('has less patience with a task that nobody waits for any more, and the old one when somebody does again', async () => {
    const { hands, now } = setUp();
    const first = new AbortController();
    void now('a', first.signal).catch(() => undefined);
    first.abort();
    await vi.advanceTimersByTimeAsync(99);
    const second = new AbortController();
    void now('a', second.signal).catch(() => undefined);
    await vi.advanceTimersByTimeAsync(500);
    expect(hands[0]!.ended).toBe(false);
    second.abort();
    await vi.advanceTimersByTimeAsync(100);
    expect(hands[0]!.ended).toBe(true);
  });

  it('fails the task alone that its hand died of, and does the next on another hand', async () => {
    const { hands, now } = setUp();
    const deadly = expect(now('deadly')).rejects.toThrow('ended unexpectedly');
    const next = now('next');
    hands[0]!.fail(new HandLost('ended unexpectedly'));
    await deadly;
    await vi.waitFor(() => expect(hands).toHaveLength(2));
    hands[1]!.finish('fine');
    expect(await next).toBe('fine');
  });

  it('goes on with the same hand after a task that only failed', async () => {
    const { hands, now } = setUp();
    const failed = expect(now('bad')).rejects.toThrow('no pixels');
    const next = now('good');
    hands[0]!.fail(new Error('no pixels'));
    await failed;
    await vi.waitFor(() => expect(hands[0]!.task).toBe('good'));
    hands[0]!.finish('fine');
    expect(await next).toBe('fine');
    expect(hands).toHaveLength(1);
  });
});
