import type { FileHandle } from 'node:fs/promises';
import { open } from 'node:fs/promises';

/** Bytes that can be read at any place without holding all of them. */
export interface Source {
  readonly size: number;
  /** Up to length bytes from position; fewer at the end. */
  read(position: number, length: number): Promise<Buffer>;
}

/** Bytes already in memory. */
export function bufferSource(bytes: Buffer): Source {
  return {
    size: bytes.length,
    read: (position, length) => Promise.resolve(bytes.subarray(position, position + length)),
  };
}

/** Opens a file, hands its bytes to work, and closes it whatever happens. */
export async function withFile<Result>(
  path: string,
  work: (source: Source) => Promise<Result>,
): Promise<Result> {
  const handle = await open(path, 'r');
  try {
    return await work(await fileSource(handle));
  } finally {
    await handle.close();
  }
}

async function fileSource(handle: FileHandle): Promise<Source> {
  const { size } = await handle.stat();
  return { size, read: (position, length) => readFully(handle, position, Math.min(length, size - position)) };
}

async function readFully(handle: FileHandle, position: number, length: number): Promise<Buffer> {
  const buffer = Buffer.allocUnsafe(Math.max(0, length));
  let filled = 0;
  while (filled < buffer.length) {
    const { bytesRead } = await handle.read(buffer, filled, buffer.length - filled, position + filled);
    if (bytesRead === 0) break;
    filled += bytesRead;
  }
  return buffer.subarray(0, filled);
}
