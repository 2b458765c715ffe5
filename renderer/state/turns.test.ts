import { expect, it } from 'vitest';
import { deferred } from '../testing/fake-bridge';
import { Turns } from './turns';

it('works on a few at a time, then on the last of those who waited', async () => {
  const turns = new Turns(1);
  const begun: string[] = [];
  const first = deferred<string>();
  const take = (name: string, work = Promise.resolve(name)): Promise<string | null> =>
    turns.take(() => {
      begun.push(name);
      return work;
    });
  const all = [take('a', first.promise), take('b'), take('c'), take('d')];
  expect(begun).toEqual(['a']);
  first.resolve('a');
  expect(await Promise.all(all)).toEqual(['a', null, null, 'd']);
  expect(begun).toEqual(['a', 'd']);
  expect(await take('e')).toBe('e');
});

it('gives the turn on when work fails', async () => {
  const turns = new Turns(1);
  await expect(turns.take(() => Promise.reject(new Error('cannot')))).rejects.toThrow('cannot');
  expect(await turns.take(() => Promise.resolve(1))).toBe(1);
});
