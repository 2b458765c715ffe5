import type { FileHandle } from 'node:fs/promises';
import { open } from 'node:fs/promises';
import { closeSync, fstatSync, openSync, readSync } from 'node:fs';
import type { Source } from './source';

/** What is read of a file at first: more than most headers take, and no slower than a few bytes. */
const headBytes = 16 * 1024;

/** Opens a file of the disk, hands its bytes to work, and closes it whatever happens. */
export async function withDiskFile<Result>(
  path: string,
  work: (source: Source) => Promise<Result>,
): Promise<Result> {
  const handle = await open(path, 'r');
  try {
    const { size } = await handle.stat();
    return await work(keepingHead(size, (position, length) => readFully(handle, position, length)));
  } finally {
    await handle.close();
  }
}

/**
 * The same without leaving the thread: several times faster where the bytes are at hand, but nothing else runs until
 * the disk has answered.
 * @param took is told how long the disk let the thread wait, ms
 */
export async function withFileAtHand<Result>(
  path: string,
  work: (source: Source) => Promise<Result>,
  took: (milliseconds: number) => void,
): Promise<Result> {
  let waited = 0;
  const timed = <Value>(call: () => Value): Value => {
    const began = performance.now();
    const value = call();
    waited += performance.now() - began;
    return value;
  };
  const descriptor = timed(() => openSync(path, 'r'));
  try {
    const { size } = fstatSync(descriptor);
    const read = (position: number, length: number): Promise<Buffer> =>
      Promise.resolve(timed(() => readNow(descriptor, position, length)));
    return await work(keepingHead(size, read));
  } finally {
    closeSync(descriptor);
    took(waited);
  }
}

/** Reads the beginning once: whatever looks at a file looks there first, and several look. */
function keepingHead(size: number, read: Source['read']): Source {
  let head: Buffer | null = null;
  return {
    size,
    async read(position, wanted) {
      const length = Math.max(0, Math.min(wanted, size - position));
      if (position + length > headBytes) return read(position, length);
      head ??= await read(0, Math.min(headBytes, size));
      return head.subarray(position, position + length);
    },
  };
}

async function readFully(handle: FileHandle, position: number, length: number): Promise<Buffer> {
  const buffer = Buffer.allocUnsafe(length);
  let filled = 0;
  while (filled < length) {
    const { bytesRead } = await handle.read(buffer, filled, length - filled, position + filled);
    if (bytesRead === 0) break;
    filled += bytesRead;
  }
  return buffer.subarray(0, filled);
}

function readNow(descriptor: number, position: number, length: number): Buffer {
  const buffer = Buffer.allocUnsafe(length);
  let filled = 0;
  while (filled < length) {
    const bytesRead = readSync(descriptor, buffer, filled, length - filled, position + filled);
    if (bytesRead === 0) break;
    filled += bytesRead;
  }
  return buffer.subarray(0, filled);
}
