/** The requests of the window that can be cancelled, by the id that the window gave them. */
export class Requests {
  readonly #running = new Map<string, AbortController>();

  /** Does work under an id; a second request under the same id cancels the first. */
  async run<Value>(requestId: string, work: (signal: AbortSignal) => Promise<Value>): Promise<Value> {
    this.cancel(requestId);
    const controller = new AbortController();
    this.#running.set(requestId, controller);
    try {
      return await work(controller.signal);
    } finally {
      if (this.#running.get(requestId) === controller) this.#running.delete(requestId);
    }
  }

  /** Cancels a request; one that is over, or was never there, is no fault. */
  cancel(requestId: string): void {
    this.#running.get(requestId)?.abort();
  }

  /** The window has gone or was loaded anew: nobody waits for any of it. */
  cancelAll(): void {
    for (const controller of this.#running.values()) controller.abort();
  }
}
