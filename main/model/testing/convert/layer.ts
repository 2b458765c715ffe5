import { type Attribute, float } from './attributes';
import type { DraftConstant, DraftNode } from './draft';

/** The Keras that a graph seems to come from: what its layers do is the same, but they are spelled in other nodes. */
export type Origin = 'keras-2' | 'keras-3';

type Attributes = Readonly<Record<string, Attribute>>;

/** A layer as its nodes are drafted: its name, configuration, weights and inputs; nodes are named model/layer/op. */
export class LayerDraft {
  readonly name: string;
  readonly config: Readonly<Record<string, unknown>>;
  readonly inputs: readonly string[];
  readonly origin: Origin;
  /** Shape of what comes out, −1 for the number of inputs. */
  readonly outputShape: readonly number[];
  readonly nodes: DraftNode[] = [];
  readonly constants: DraftConstant[] = [];
  readonly #weights: ReadonlyMap<string, DraftConstant>;

  constructor(layer: {
    readonly name: string;
    readonly config: Readonly<Record<string, unknown>>;
    readonly inputs: readonly string[];
    readonly origin: Origin;
    readonly outputShape: readonly number[];
    readonly weights: ReadonlyMap<string, DraftConstant>;
  }) {
    this.name = layer.name;
    this.config = layer.config;
    this.inputs = layer.inputs;
    this.origin = layer.origin;
    this.outputShape = layer.outputShape;
    this.#weights = layer.weights;
  }

  node(op: string, inputs: readonly string[], attributes: Attributes = {}, name: string = op): string {
    const full = `${this.name}/${name}`;
    this.nodes.push({ name: full, op, inputs, attributes: { T: float, ...attributes } });
    return full;
  }

  /** A weight of the layer as a constant; ones or zeros where a normalisation has no scale or shift. */
  weight(name: string, absent?: { readonly value: number; readonly length: number }): string {
    const weight = this.#weights.get(name);
    if (weight) return this.#constant(weight);
    if (!absent) throw new Error(`The layer ${this.name} has no ${name}.`);
    const values = new Float32Array(absent.length).fill(absent.value);
    return this.#constant({ name: `${this.name}/${name}`, shape: [absent.length], values, kind: 'float32' });
  }

  /** Whole numbers: axes, a shape, paddings. */
  integers(name: string, shape: readonly number[], values: readonly number[]): string {
    return this.#constant({ name: `${this.name}/${name}`, shape, values, kind: 'int32' });
  }

  #constant(constant: DraftConstant): string {
    this.constants.push(constant);
    return constant.name;
  }
}
