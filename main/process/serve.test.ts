import { describe, expect, it, vi } from 'vitest';
import { CancelledError, PersonError } from './errors';
import type { FromProcess, Port, ToProcess } from './protocol';
import { serve } from './serve';

type Table = {
  double: { argument: number; answer: number; part: number };
  wait: { argument: null; answer: null; part: never };
  fail: { argument: 'person' | 'number'; answer: null; part: never };
};

/** A process seen through its port: what it was sent, and what it said. */
function setUp() {
  const said: FromProcess[] = [];
  let deliver: (message: ToProcess) => void = () => undefined;
  const port: Port = { send: (message) => said.push(message), listen: (listener) => (deliver = listener) };
  serve<Table>(port, {
    double: (value, { part }) => {
      part(value);
      return value * 2;
    },
    wait: (_nothing, { signal }) =>
      new Promise((_resolve, reject) =>
        signal.addEventListener('abort', () => reject(signal.reason as Error)),
      ),
    fail: (how) => {
      if (how === 'number') throw 42 as unknown as Error;
      throw new PersonError('The file is empty.');
    },
  });
  return { said, deliver: (message: ToProcess) => deliver(message) };
}

describe('serve', () => {
  it('says that it is ready, then answers with the id of the call', async () => {
    const { said, deliver } = setUp();
    deliver({ type: 'call', id: 7, name: 'double', argument: 21 });
    await vi.waitFor(() => expect(said).toHaveLength(3));
    expect(said).toEqual([
      { type: 'ready' },
      { type: 'part', id: 7, part: 21 },
      { type: 'answer', id: 7, answer: 42 },
    ]);
  });

  it('aborts the signal of the call that is cancelled', async () => {
    const { said, deliver } = setUp();
    deliver({ type: 'call', id: 1, name: 'wait', argument: null });
    deliver({ type: 'cancel', id: 1 });
    await vi.waitFor(() => expect(said).toHaveLength(2));
    expect(said[1]).toEqual({
      type: 'problem',
      id: 1,
      problem: { kind: 'cancelled', message: new CancelledError().message },
    });
  });

  it.each([
    ['person', { kind: 'person', message: 'The file is empty.' }],
    ['number', { kind: 'internal', message: 'error code 42' }],
  ])('sorts what is thrown: %s', async (how, problem) => {
    const { said, deliver } = setUp();
    deliver({ type: 'call', id: 1, name: 'fail', argument: how });
    await vi.waitFor(() => expect(said[1]).toEqual({ type: 'problem', id: 1, problem }));
  });

  it('answers a call that it does not know with a problem', async () => {
    const { said, deliver } = setUp();
    deliver({ type: 'call', id: 1, name: 'rm', argument: null });
    await vi.waitFor(() => expect(said[1]).toMatchObject({ type: 'problem', problem: { kind: 'internal' } }));
  });
});
