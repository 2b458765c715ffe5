import { resolve } from 'node:path';
import { loadModel } from '../model/load';
import type { Model } from '../model/port';
import { Shelf } from '../process/shelf';

const modelsKept = 3;

/** Models loaded once and kept; one that is given up while somebody works with it goes when the work is done. */
export class Models {
  readonly #shelf: Shelf<Promise<Model>>;
  readonly #uses = new Map<Model, number>();
  readonly #givenUp = new WeakSet<Model>();

  /** @param load by absolute path */
  constructor(private readonly load: (path: string) => Promise<Model> = loadModel) {
    this.#shelf = new Shelf({ count: modelsKept, weight: Infinity }, (loading) => void this.#giveUp(loading));
  }

  /** Works with a model of a folder; two that ask while it loads share one load. */
  async with<Result>(id: string, work: (model: Model) => Result | Promise<Result>): Promise<Result> {
    const model = await this.#loaded(resolve(id));
    this.#uses.set(model, (this.#uses.get(model) ?? 0) + 1);
    try {
      return await work(model);
    } finally {
      this.#leave(model);
    }
  }

  /** The model of a folder; loaded again where it was given up in the moment that it was handed over. */
  async #loaded(key: string): Promise<Model> {
    const model = await this.#loading(key);
    return this.#givenUp.has(model) ? this.#loaded(key) : model;
  }

  #loading(key: string): Promise<Model> {
    const kept = this.#shelf.get(key);
    if (kept) return kept;
    const loading = this.load(key);
    this.#shelf.put(key, loading);
    loading.catch(() => this.#shelf.remove(key));
    return loading;
  }

  async #giveUp(loading: Promise<Model>): Promise<void> {
    const model = await loading.catch(() => null);
    if (!model) return;
    this.#givenUp.add(model);
    if (!this.#uses.has(model)) model.dispose();
  }

  #leave(model: Model): void {
    const uses = this.#uses.get(model)! - 1;
    if (uses > 0) return void this.#uses.set(model, uses);
    this.#uses.delete(model);
    if (this.#givenUp.has(model)) model.dispose();
  }
}
