import type { FromProcess, Port, ToProcess } from './protocol';

/** What Electron adds to `process` inside a utility process. */
interface ParentPort {
  postMessage(message: unknown): void;
  on(event: 'message', listener: (event: { data: unknown }) => void): void;
}

/** The port to the process that started this utility process. */
export function parentPort(): Port {
  const port = (process as unknown as { parentPort?: ParentPort }).parentPort;
  if (!port) throw new Error('This file runs only as a utility process of the application.');
  return {
    send: (message: FromProcess) => port.postMessage(message),
    listen: (listener) => port.on('message', (event) => listener(event.data as ToProcess)),
  };
}
