import { afterEach, beforeEach, expect, it, vi } from 'vitest';
import { Turn } from './turn';

beforeEach(() => void vi.useFakeTimers());
afterEach(() => void vi.useRealTimers());

it('comes at once where nobody waits', async () => {
  await new Turn().after();
});

it('comes when what somebody waits for is done, well or badly', async () => {
  const turn = new Turn();
  const order: string[] = [];
  let show: (what: string) => void = () => undefined;
  let fail: (why: Error) => void = () => undefined;
  const good = new Promise<string>((resolve) => (show = resolve));
  const bad = new Promise<string>((_, reject) => (fail = reject));
  const results = Promise.allSettled([turn.first(good), turn.first(bad)]);
  const after = turn.after().then(() => order.push('after'));
  show('shown');
  await Promise.resolve();
  order.push('half');
  fail(new Error('cut off'));
  await after;
  expect(order).toEqual(['half', 'after']);
  expect((await results).map(({ status }) => status)).toEqual(['fulfilled', 'rejected']);
  await turn.after();
});

it('comes after a while, however long somebody waits', async () => {
  const turn = new Turn();
  void turn.first(new Promise(() => undefined));
  const after = turn.after();
  await vi.advanceTimersByTimeAsync(250);
  await after;
});

it('leaves the work at least as much time as it waited', async () => {
  const turn = new Turn();
  void turn.first(new Promise(() => undefined));
  const after = turn.after();
  await vi.advanceTimersByTimeAsync(250);
  await after;
  // No timer runs: this comes at once.
  await turn.after();
  await vi.advanceTimersByTimeAsync(250);
  let come = false;
  void turn.after().then(() => (come = true));
  await vi.advanceTimersByTimeAsync(249);
  expect(come).toBe(false);
  await vi.advanceTimersByTimeAsync(1);
  expect(come).toBe(true);
});
