/** Things kept while they fit a budget of bytes; what was used longest ago goes first. */
export class ByteCache<Value> {
  readonly #entries = new Map<string, { value: Value; bytes: number }>();
  #used = 0;

  constructor(readonly budget: number) {}

  /** Bytes kept now. */
  get used(): number {
    return this.#used;
  }

  has(key: string): boolean {
    return this.#entries.has(key);
  }

  /** The value, which counts as used now; undefined where it is not kept. */
  get(key: string): Value | undefined {
    const entry = this.#entries.get(key);
    if (!entry) return undefined;
    this.#entries.delete(key);
    this.#entries.set(key, entry);
    return entry.value;
  }

  /** Keeps a value; the newest stays even where it alone is over the budget. */
  set(key: string, value: Value, bytes: number): void {
    this.delete(key);
    this.#entries.set(key, { value, bytes });
    this.#used += bytes;
    for (const oldest of this.#entries.keys()) {
      if (this.#used <= this.budget || this.#entries.size === 1) break;
      this.delete(oldest);
    }
  }

  clear(): void {
    this.#entries.clear();
    this.#used = 0;
  }

  delete(key: string): void {
    this.#used -= this.#entries.get(key)?.bytes ?? 0;
    this.#entries.delete(key);
  }
}
