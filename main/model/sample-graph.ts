import { seededValues } from './sample';
import type { SavedModel } from './save-folder';
import {
  type Attribute,
  flag,
  float,
  int32,
  integer,
  integers,
  shapeOf,
  text,
  texts,
} from './testing/convert/attributes';

/** A node as tfjs-converter's model.json spells it, a GraphDef as JSON. */
interface JsonNode {
  readonly name: string;
  readonly op: string;
  readonly input?: readonly string[];
  readonly attr: Readonly<Record<string, Attribute>>;
}

/** Builds a graph node by node; weights are seeded, or given. */
export class GraphBuilder {
  readonly #nodes: JsonNode[] = [];
  readonly #specs: object[] = [];
  readonly #weights: Uint8Array[] = [];

  /** Any number of inputs of rows × rows × channels. */
  input(name: string, rows: number, channels = 1): string {
    return this.node(name, 'Placeholder', [], {
      dtype: float,
      shape: { shape: shapeOf([-1, rows, rows, channels]) },
    });
  }

  /** A weight of values −0.5..0.5, or a constant. */
  weight(name: string, shape: readonly number[], values?: ArrayLike<number>, dtype = 'float32'): string {
    const size = shape.reduce((a, b) => a * b, 1);
    const given = values ?? seededValues(size, this.#specs.length + 1).map((value) => value - 0.5);
    const array = dtype === 'int32' ? Int32Array.from(given) : Float32Array.from(given);
    this.#weights.push(new Uint8Array(array.buffer));
    this.#specs.push({ name, shape, dtype });
    const type = dtype === 'int32' ? int32 : float;
    return this.node(name, 'Const', [], {
      dtype: type,
      value: { tensor: { dtype: type['type'], tensorShape: shapeOf(shape) } },
    });
  }

  node(
    name: string,
    op: string,
    input: readonly string[],
    attr: Readonly<Record<string, Attribute>> = {},
  ): string {
    this.#nodes.push({ name, op, input, attr: { T: float, ...attr } });
    return name;
  }

  conv(name: string, from: string, channels: readonly [number, number], stride = 1, dilation = 1): string {
    const kernel = this.weight(`${name}/kernel`, [3, 3, ...channels]);
    return this.node(name, 'Conv2D', [from, kernel], this.#convAttributes(stride, dilation));
  }

  /** Conv2D, BiasAdd and an activation as the converter fuses them. */
  fusedConv(name: string, from: string, channels: readonly [number, number], activation: string): string {
    const kernel = this.weight(`${name}/kernel`, [3, 3, ...channels]);
    const bias = this.weight(`${name}/bias`, [channels[1]]);
    return this.node(name, '_FusedConv2D', [from, kernel, bias], {
      ...this.#convAttributes(1, 1),
      num_args: integer(1),
      fused_ops: this.#fused(activation),
    });
  }

  meanOverSpace(name: string, from: string): string {
    const axes = this.weight(`${name}/axes`, [2], [1, 2], 'int32');
    return this.node(name, 'Mean', [from, axes], { keep_dims: flag(false), Tidx: int32 });
  }

  dense(name: string, from: string, units: readonly [number, number]): string {
    const kernel = this.weight(`${name}/kernel`, units);
    return this.node(name, 'MatMul', [from, kernel], {
      transpose_a: flag(false),
      transpose_b: flag(false),
    });
  }

  fusedDense(name: string, from: string, units: readonly [number, number], activation: string): string {
    const kernel = this.weight(`${name}/kernel`, units);
    const bias = this.weight(`${name}/bias`, [units[1]]);
    return this.node(name, '_FusedMatMul', [from, kernel, bias], {
      transpose_a: flag(false),
      transpose_b: flag(false),
      num_args: integer(1),
      fused_ops: this.#fused(activation),
    });
  }

  build(): SavedModel {
    return {
      format: 'graph-model',
      modelTopology: { node: this.#nodes, library: {}, versions: { producer: 1 } },
      weightSpecs: this.#specs,
      weightData: Buffer.concat(this.#weights),
    };
  }

  #fused(activation: string): Attribute {
    return activation ? texts('BiasAdd', activation) : texts('BiasAdd');
  }

  #convAttributes(stride: number, dilation: number): Record<string, Attribute> {
    return {
      padding: text('SAME'),
      data_format: text('NHWC'),
      strides: integers(1, stride, stride, 1),
      dilations: integers(1, dilation, dilation, 1),
    };
  }
}
