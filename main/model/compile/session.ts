import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Tensor, Tf } from '../tensorflow';
import type { Feed, Graph } from './emitter';

/** The part of tfjs-node's backend that runs SavedModels; it is not among the types it publishes. */
interface Backend {
  loadSavedModelMetaGraph(folder: string, tags: string): number;
  runSavedModel(
    id: number,
    inputs: Tensor[],
    infos: readonly { name: string }[],
    outputs: string[],
  ): Tensor[];
  deleteSavedModel(id: number): void;
}

const first = (name: string): string => `${name}:0`;

/** A TensorFlow session: nodes are fed and fetched by name. */
export class Session {
  readonly #tf: Tf;
  readonly #id: number;

  private constructor(tf: Tf, id: number) {
    this.#tf = tf;
    this.#id = id;
  }

  /** A session over a graph, its weights taken in. TensorFlow reads files only, so the graph lies on disk meanwhile. */
  static async open(tf: Tf, { savedModel, weights, done }: Graph): Promise<Session> {
    const folder = await mkdtemp(join(tmpdir(), 'sightline-graph-'));
    try {
      await mkdir(join(folder, 'variables'));
      await writeFile(join(folder, 'saved_model.pb'), savedModel);
      const session = new Session(tf, Session.#backend(tf).loadSavedModelMetaGraph(folder, 'serve'));
      if (weights.length > 0) session.run(weights, [done]);
      return session;
    } finally {
      await rm(folder, { recursive: true });
    }
  }

  static #backend(tf: Tf): Backend {
    return tf.backend() as unknown as Backend;
  }

  /** Computes the nodes asked for, in their order, and nothing that they do not need. */
  run(feeds: readonly Feed[], fetches: readonly string[]): Float32Array[] {
    const tensors = feeds.map(({ values, shape }) => this.#tf.tensor(values, [...shape], 'float32'));
    const infos = feeds.map(({ name }) => ({ name: first(name) }));
    try {
      const outputs = Session.#backend(this.#tf).runSavedModel(this.#id, tensors, infos, fetches.map(first));
      const values = outputs.map((output) => output.dataSync<'float32'>());
      this.#tf.dispose(outputs);
      return values;
    } finally {
      this.#tf.dispose(tensors);
    }
  }

  dispose(): void {
    Session.#backend(this.#tf).deleteSavedModel(this.#id);
  }
}
