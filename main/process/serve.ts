import type { Problem } from '../../preload/vocabulary';
import { CancelledError, messageOf, PersonError } from './errors';
import type { CallTable, Handlers, Port, ToProcess } from './protocol';

/** Sorts a thrown thing into what the caller is told. */
export function problemOf(thrown: unknown): Problem {
  if (thrown instanceof CancelledError) return { kind: 'cancelled', message: thrown.message };
  if (thrown instanceof PersonError) return { kind: 'person', message: thrown.message };
  return { kind: 'internal', message: messageOf(thrown) };
}

/** Answers calls that come through a port with the handlers of a table, each with its own abort signal. */
export function serve<Table extends CallTable>(port: Port, handlers: Handlers<Table>): void {
  const running = new Map<number, AbortController>();
  port.listen((message) => {
    if (message.type === 'cancel') running.get(message.id)?.abort(new CancelledError());
    else void answer(port, handlers, running, message);
  });
  port.send({ type: 'ready' });
}

async function answer<Table extends CallTable>(
  port: Port,
  handlers: Handlers<Table>,
  running: Map<number, AbortController>,
  { id, name, argument }: Extract<ToProcess, { type: 'call' }>,
): Promise<void> {
  const controller = new AbortController();
  running.set(id, controller);
  try {
    const handler = handlers[name];
    if (!handler) throw new Error(`This process has no call named ${name}.`);
    const result = await handler(argument, {
      signal: controller.signal,
      progress: (progress) => port.send({ type: 'progress', id, progress }),
      part: (part) => port.send({ type: 'part', id, part }),
    });
    port.send({ type: 'answer', id, answer: result });
  } catch (thrown) {
    port.send({ type: 'problem', id, problem: problemOf(thrown) });
  } finally {
    running.delete(id);
  }
}
