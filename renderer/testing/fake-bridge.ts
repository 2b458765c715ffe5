import type { CallName, EventName, Events, Reply } from '../../preload/contract';

type Handler = (argument: never) => unknown;
type Listener = (event: never) => void;

/** A bridge for tests: answers calls with the given handlers and writes down what was asked. */
export function fakeBridge(handlers: Partial<Record<CallName, Handler>>): {
  asked: { name: CallName; argument: unknown }[];
  /** Tells the window of an event. */
  announce: <Name extends EventName>(name: Name, event: Events[Name]) => void;
} {
  const listeners = new Map<EventName, Set<Listener>>();
  const on = (name: EventName, listener: Listener): (() => void) => {
    listeners.set(name, (listeners.get(name) ?? new Set()).add(listener));
    return () => void listeners.get(name)?.delete(listener);
  };
  const asked: { name: CallName; argument: unknown }[] = [];
  const call =
    (name: CallName) =>
    async (argument: never): Promise<Reply<unknown>> => {
      asked.push({ name, argument });
      try {
        return { ok: true, value: await handlers[name]?.(argument) };
      } catch (thrown) {
        return { ok: false, problem: { kind: 'person', message: (thrown as Error).message } };
      }
    };
  const calls = new Proxy({}, { get: (_target, name) => call(name as CallName) });
  Object.assign(globalThis, { window: { sightline: { calls, on } } });
  return {
    asked,
    announce: (name, event) => listeners.get(name)?.forEach((listener) => listener(event as never)),
  };
}

/** A promise with its two ends at hand. */
export function deferred<Value>(): { promise: Promise<Value>; resolve: (value: Value) => void } {
  let resolve: (value: Value) => void = () => undefined;
  const promise = new Promise<Value>((done) => (resolve = done));
  return { promise, resolve };
}
