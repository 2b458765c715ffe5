import { once } from 'node:events';
import { MessageChannel } from 'node:worker_threads';
import { expect, it } from 'vitest';
import { PersonError } from '../../process/errors';
import { answerTasks } from './answer';

/** Asks for the result of work through a channel as between threads. */
async function ask(work: (task: number) => Promise<Uint8Array>): Promise<unknown> {
  const { port1, port2 } = new MessageChannel();
  try {
    answerTasks<number, Uint8Array>(port2, work, ({ buffer }) => [buffer as ArrayBuffer]);
    port1.postMessage(7);
    return (await once(port1, 'message'))[0] as unknown;
  } finally {
    port1.close();
  }
}

it('hands the memory of a result over', async () => {
  const result = Uint8Array.of(1, 2, 3);
  expect(await ask(() => Promise.resolve(result))).toEqual({ ok: true, result: Uint8Array.of(1, 2, 3) });
  expect(result.byteLength).toBe(0);
});

it('tells what a task throws, with its sentence', async () => {
  const why = new PersonError('a.dcm is empty.');
  const problem = { kind: 'person', message: 'a.dcm is empty.' };
  expect(await ask(() => Promise.reject(why))).toEqual({ ok: false, problem });
});

it('runs in no other place than a thread', () => {
  expect(() =>
    answerTasks(
      null,
      () => Promise.resolve(0),
      () => [],
    ),
  ).toThrow('only as a thread');
});
