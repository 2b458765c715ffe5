/**
 * The things used last, up to a number of them and a total weight; what falls off the shelf is given up. The one
 * put in last always stays.
 */
export class Shelf<Thing> {
  readonly #things = new Map<string, { thing: Thing; weight: number }>();
  #weight = 0;

  constructor(
    private readonly limit: { readonly count: number; readonly weight: number },
    private readonly giveUp: (thing: Thing) => void = () => undefined,
  ) {}

  /** A thing by its key, now the one used last. */
  get(key: string): Thing | undefined {
    const entry = this.#things.get(key);
    if (!entry) return undefined;
    this.#things.delete(key);
    this.#things.set(key, entry);
    return entry.thing;
  }

  /** Puts a thing under a key, in place of what was there. */
  put(key: string, thing: Thing, weight = 1): void {
    this.remove(key);
    this.#things.set(key, { thing, weight });
    this.#weight += weight;
    while (this.#things.size > 1 && this.#over()) this.remove(this.#things.keys().next().value!);
  }

  #over(): boolean {
    return this.#things.size > this.limit.count || this.#weight > this.limit.weight;
  }

  /** Takes a thing off the shelf and gives it up. */
  remove(key: string): void {
    const entry = this.#things.get(key);
    if (!entry) return;
    this.#things.delete(key);
    this.#weight -= entry.weight;
    this.giveUp(entry.thing);
  }
}
