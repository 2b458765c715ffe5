import type { IpcMainInvokeEvent } from 'electron';
import { describe, expect, it, vi } from 'vitest';
import { callNames, channelOf } from '../../preload/contract';
import { CallFailed } from '../process/caller';
import { PersonError } from '../process/errors';
import { answersOf } from '.';
import { type Answers, bindAnswers } from './bind';
import { testDesk } from './testing';

const origin = 'app://sightline';
type Handler = (event: IpcMainInvokeEvent, argument: unknown) => unknown;

/** Binds answers to a channel table that a test can call as the window would. */
function bound(changes: Partial<Answers>) {
  const handlers = new Map<string, Handler>();
  const answers = { ...answersOf(testDesk()), ...changes };
  bindAnswers({ handle: (channel, handler) => void handlers.set(channel, handler) }, answers, origin);
  const call = (name: (typeof callNames)[number], argument: unknown, frame: unknown = topFrame) =>
    handlers.get(channelOf(name))!({ senderFrame: frame } as IpcMainInvokeEvent, argument);
  return { handlers, call };
}

const topFrame = { url: `${origin}/index.html`, parent: null };

describe('bindAnswers', () => {
  it('binds every call of the contract', () => {
    expect([...bound({}).handlers.keys()]).toEqual(callNames.map(channelOf));
  });

  it('answers the application’s own page', async () => {
    expect(await bound({ cancel: () => null }).call('cancel', { requestId: 'a' })).toEqual({
      ok: true,
      value: null,
    });
  });

  it.each([
    ['another origin', { url: 'app://sightline.example/index.html', parent: null }],
    ['a file', { url: 'file:///index.html', parent: null }],
    ['a frame within the page', { url: `${origin}/index.html`, parent: topFrame }],
    ['a page that is gone', null],
  ])('refuses %s and does nothing', async (_who, frame) => {
    const cancel = vi.fn(() => null);
    expect(await bound({ cancel }).call('cancel', { requestId: 'a' }, frame)).toMatchObject({ ok: false });
    expect(cancel).not.toHaveBeenCalled();
  });

  it('names the place where an argument is malformed and does nothing', async () => {
    const readSlice = vi.fn();
    const reply = await bound({ readSlice }).call('readSlice', { path: '/a', frame: 0, requestId: 'a' });
    expect(reply).toMatchObject({
      ok: false,
      problem: { message: expect.stringContaining('readSlice') as string },
    });
    expect(reply).toMatchObject({ problem: { message: expect.stringContaining('frame') as string } });
    expect(readSlice).not.toHaveBeenCalled();
  });

  it.each([
    [new PersonError('The file is empty.'), { kind: 'person', message: 'The file is empty.' }],
    [new CallFailed({ kind: 'process', message: 'Gone.' }), { kind: 'process', message: 'Gone.' }],
    [new Error('odd'), { kind: 'internal', message: 'odd' }],
  ])('keeps the sentence of an error', async (error, problem) => {
    const fail = () => Promise.reject(error);
    expect(await bound({ listMethods: fail }).call('listMethods', null)).toEqual({ ok: false, problem });
  });
});
