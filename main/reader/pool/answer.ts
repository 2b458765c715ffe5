import type { MessagePort } from 'node:worker_threads';
import { problemOf } from '../../process/serve';
import type { ThreadAnswer } from './thread';

/**
 * Answers the tasks that come through a thread's port to who started it, one after the other.
 * @param buffersOf what of a result is handed over instead of copied
 */
export function answerTasks<Task, Result>(
  port: MessagePort | null,
  work: (task: Task) => Promise<Result>,
  buffersOf: (result: Result) => readonly ArrayBuffer[],
): void {
  if (!port) throw new Error('This file runs only as a thread of another.');
  const say = (answer: ThreadAnswer<Result>, buffers: readonly ArrayBuffer[] = []): void =>
    port.postMessage(answer, [...buffers]);
  port.on('message', (task: Task) => {
    void work(task).then(
      (result) => say({ ok: true, result }, buffersOf(result)),
      (thrown: unknown) => say({ ok: false, problem: problemOf(thrown) }),
    );
  });
}
