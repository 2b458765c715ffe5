import { setMaxListeners } from 'node:events';
import { join } from 'node:path';
import type { Slice } from '../../../preload/vocabulary';
import type { SliceWish } from '../../../main/reader/calls';
import { Pool } from '../../../main/reader/pool/pool';
import { Thread } from '../../../main/reader/pool/thread';

const { signal } = new AbortController();
setMaxListeners(0, signal);
const timeLimit = 60_000;

/** The reader's own decoders, as many as there are cores, without the process around them. */
export class Decoders {
  readonly #threads: Thread<SliceWish, Slice>[] = [];
  readonly #pool: Pool<SliceWish, Slice>;

  constructor(size: number) {
    const hire = (): Thread<SliceWish, Slice> => {
      const thread = new Thread<SliceWish, Slice>(join(import.meta.dirname, 'decoder.cjs'));
      this.#threads.push(thread);
      return thread;
    };
    this.#pool = new Pool({ size, hire, timeLimit, patience: timeLimit });
  }

  /** Decodes every frame of some files. */
  async decode(files: readonly string[], frames: number): Promise<void> {
    const wishes = files.flatMap((path) =>
      Array.from({ length: frames }, (_, index) => ({ path, frame: index + 1 })),
    );
    await Promise.all(
      wishes.map((wish) => this.#pool.run(`${wish.path} ${wish.frame}`, wish, 'now', signal)),
    );
  }

  end(): void {
    for (const thread of this.#threads) thread.end();
  }
}
