import { describe, expect, it, vi } from 'vitest';
import type { Instance, Slice } from '../../preload/vocabulary';
import { deferred } from '../testing/fake-bridge';
import type { Place } from './frames';
import { directionOf, ReadAhead, readingOrder } from './read-ahead';
import type { ReadOptions, SliceSource } from './slice-source';

describe('readingOrder', () => {
  it('takes both sides in turn where nobody travels', () => {
    expect(readingOrder(10, 100, 0).slice(0, 5)).toEqual([11, 9, 12, 8, 13]);
  });

  it('goes far in the direction of travel, and looks back a little', () => {
    const forward = readingOrder(50, 200, 1);
    expect(forward.slice(0, 3)).toEqual([51, 52, 53]);
    expect(forward.slice(-2)).toEqual([45, 44]);
    const back = readingOrder(50, 200, -1);
    expect(back.slice(0, 3)).toEqual([49, 48, 47]);
    expect(back.slice(-2)).toEqual([55, 56]);
  });

  it('stays within the series', () => {
    expect(readingOrder(0, 3, 0)).toEqual([1, 2]);
    expect(readingOrder(2, 3, 1)).toEqual([1, 0]);
    expect(readingOrder(0, 1, 0)).toEqual([]);
  });
});

describe('directionOf', () => {
  it.each([
    [4, 5, 1],
    [5, 2, -1],
    [5, 5, 0],
    [5, 300, 0],
  ])('from %i to %i is %i', (from, to, direction) => expect(directionOf(from, to)).toBe(direction));
});

const frames = Array.from({ length: 100 }, (_, i): Place => ({
  instance: { sopInstanceUid: String(i) } as Instance,
  frame: 1,
}));

/** A source that says what is being read, and finishes when it is told to. */
function setUp(atATime = 3) {
  const answers = new Map<string, ReturnType<typeof deferred<Slice>>>();
  const atHand = new Set<string>();
  const source: SliceSource = {
    isAtHand: ({ instance }) => atHand.has(instance.sopInstanceUid),
    read({ instance: { sopInstanceUid } }, { ahead, signal }: ReadOptions = {}) {
      expect(ahead).toBe(true);
      const answer = deferred<Slice>();
      answers.set(sopInstanceUid, answer);
      return new Promise((resolve, reject) => {
        signal!.addEventListener('abort', () => (answers.delete(sopInstanceUid), reject(new Error('gone'))));
        void answer.promise.then(resolve, reject);
      });
    },
  };
  const finish = (uid: string): void => {
    atHand.add(uid);
    answers.get(uid)!.resolve({} as Slice);
    answers.delete(uid);
  };
  const reading = (): string[] => [...answers.keys()];
  return { ahead: new ReadAhead(source, atATime), finish, reading, atHand };
}

describe('ReadAhead', () => {
  it('reads a few at a time, the nearest first, and goes on as they come', async () => {
    const { ahead, finish, reading } = setUp();
    ahead.goTo(frames, 0);
    expect(reading()).toEqual(['1', '2', '3']);
    finish('1');
    await vi.waitFor(() => expect(reading()).toEqual(['2', '3', '4']));
  });

  it('leaves out what is at hand', () => {
    const { ahead, reading, atHand } = setUp();
    atHand.add('1').add('2');
    ahead.goTo(frames, 0);
    expect(reading()).toEqual(['3', '4', '5']);
  });

  it('gives up what lies behind when the direction changes, but not what is looked at', async () => {
    const { ahead, reading } = setUp();
    ahead.goTo(frames, 50);
    expect(reading()).toEqual(['51', '49', '52']);
    ahead.goTo(frames, 51);
    expect(reading()).toEqual(['51', '49', '52']);
    ahead.goTo(frames, 44);
    await vi.waitFor(() => expect(reading()).toEqual(['49', '43', '42']));
  });

  it('reads nothing more when it is stopped', async () => {
    const { ahead, reading } = setUp();
    ahead.goTo(frames, 50);
    ahead.stop();
    await vi.waitFor(() => expect(reading()).toEqual([]));
  });
});
