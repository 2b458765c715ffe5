import { type Attributes, type Constant, GraphDef } from './graph-def';
import { anyBatch, broadcast, ints, isConstant, type Operand, type Value } from './value';

const float = { T: { type: 'float' } } as const;

/**
 * Ops that TensorFlow's optimiser (grappler's remapper) fuses with those after them without a look at whether they
 * are fed: "fanout exist for missing node" is what comes of feeding one.
 */
const fusable = new Set(
  'Conv2D DepthwiseConv2dNative MatMul BatchMatMulV2 BiasAdd AddV2 AddN Mul Sub Pad PadV2 Sigmoid'.split(' '),
);

/** Constants of fewer numbers are part of the graph itself, which TensorFlow copies for all it is asked for. */
const leastWeights = 1024;

/** What a session is fed at a node. */
export interface Feed {
  readonly name: string;
  readonly values: Float32Array;
  readonly shape: readonly number[];
}

/** A written graph. */
export interface Graph {
  /** The bytes of saved_model.pb. */
  readonly savedModel: Uint8Array;
  /** To be fed once, while `done` is fetched: then the session's variables hold them. */
  readonly weights: readonly Feed[];
  readonly done: string;
}

/** Writes the nodes that the rules ask for; all values are float32. */
export class Emitter {
  private readonly graph = new GraphDef();
  /** Inputs of each node that depends on the input, by name: how the graph hangs together. */
  readonly parents = new Map<string, readonly string[]>();
  /** The values themselves, by name. */
  readonly values = new Map<string, Value>();
  /** Nodes that nothing can be fed into: they hold sizes, or TensorFlow's optimiser may take them into others. */
  readonly closed = new Set<string>();
  readonly #variables: { readonly feed: Feed; readonly set: string }[] = [];
  readonly #derived = new Map<Constant['values'], Value>();
  readonly #toDerive: string[] = [];
  readonly #sums = new Map<string, readonly Value[]>();
  readonly #fetched = new Map<string, string>();
  readonly #constants = new Map<Constant['values'], Map<string, string>>();

  /** A place that values are fed into. */
  placeholder(shape: readonly number[]): Value {
    return this.#known(this.graph.placeholder(anyBatch(shape)), [], shape);
  }

  /** A node over values and constants; its output has the shape. */
  op(op: string, operands: readonly Operand[], shape: readonly number[], attributes: Attributes = {}): Value {
    return this.untyped(op, operands, shape, { ...float, ...attributes });
  }

  /** A node without the attribute T. */
  untyped(op: string, operands: readonly Operand[], shape: readonly number[], attributes: Attributes): Value {
    const inputs = operands.map((operand) => this.nameOf(operand));
    const value = this.#known(this.graph.node(op, inputs, attributes), operands, shape);
    if (fusable.has(op)) this.closed.add(value.name);
    return value;
  }

  #known(name: string, operands: readonly Operand[], shape: readonly number[]): Value {
    const parents = operands.flatMap((operand) => (isConstant(operand) ? [] : [operand.name]));
    const value = { name, shape };
    this.parents.set(name, parents);
    this.values.set(name, value);
    return value;
  }

  /**
   * A node that gives the same as another and that nothing else uses: what is fetched. TensorFlow's optimiser takes
   * even a node that is fetched into the one after it where it sees no other use of it; and a sum of two in any case,
   * so that such a one is added up once more.
   */
  fetched({ name, shape }: Value): string {
    const known = this.#fetched.get(name);
    if (known) return known;
    const terms = this.#sums.get(name);
    const own = terms
      ? this.op('AddN', terms, shape, { N: { int: terms.length } }).name
      : this.op('Identity', [{ name, shape }], shape).name;
    this.#fetched.set(name, own);
    return own;
  }

  /** All that a node is computed from; not what lies below a node that is known. */
  parentsThrough(name: string, known?: string): Set<string> {
    const found = new Set<string>(known === undefined ? [] : [known]);
    const stack = [...(this.parents.get(name) ?? [])];
    for (let next = stack.pop(); next !== undefined; next = stack.pop()) {
      if (found.has(next)) continue;
      found.add(next);
      stack.push(...(this.parents.get(next) ?? []));
    }
    return found;
  }

  /** The name of an operand; the same numbers in the same shape are written once. */
  nameOf(operand: Operand): string {
    if (!isConstant(operand)) return operand.name;
    const shapes = this.#constants.get(operand.values) ?? new Map<string, string>();
    this.#constants.set(operand.values, shapes);
    const key = operand.shape.join();
    const name = shapes.get(key) ?? this.#stored(operand);
    shapes.set(key, name);
    return name;
  }

  /** Weights as variables, which all that a session computes shares; the rest as constants. */
  #stored(constant: Constant): string {
    if (constant.values instanceof Int32Array || constant.values.length < leastWeights)
      return this.graph.constant(constant);
    const { handle, read } = this.graph.variable(constant.shape);
    const name = this.graph.placeholder(constant.shape);
    const set = this.graph.assigned(handle, name);
    this.#variables.push({ feed: { name, values: constant.values, shape: constant.shape }, set });
    return read;
  }

  /** Weights that are made of others: once, when what takeDerived() names is fetched. The same are made once. */
  derived({ values }: Constant, make: () => Value): Value {
    const known = this.#derived.get(values);
    if (known) return known;
    const made = make();
    const { handle, read } = this.graph.variable(made.shape);
    this.#toDerive.push(this.graph.assigned(handle, made.name));
    const value = this.#known(read, [], made.shape);
    this.closed.add(read);
    this.#derived.set(values, value);
    return value;
  }

  /** The node to fetch, after the weights are in, before what was written since is run; null where nothing needs it. */
  takeDerived(): string | null {
    const sets = this.#toDerive.splice(0);
    return sets.length > 0 ? this.graph.after(sets) : null;
  }

  /** Ends the writing: what the session is opened with. The weights are let go. */
  finish(): Graph {
    const done = this.graph.after(this.#variables.map(({ set }) => set));
    const weights = this.#variables.map(({ feed }) => feed);
    this.#variables.length = 0;
    this.#constants.clear();
    this.#derived.clear();
    return { savedModel: this.graph.savedModel(), weights, done };
  }

  reshape(value: Value, shape: readonly number[]): Value {
    if (value.shape.join() === shape.join()) return value;
    return this.op('Reshape', [value, ints(anyBatch(shape))], shape);
  }

  add(a: Operand, b: Operand): Value {
    const sum = this.op('AddV2', [a, b], broadcast(a.shape, b.shape));
    const terms = [a, b].flatMap((term) => (isConstant(term) ? [] : [term]));
    const alike = terms.every(({ shape }) => shape.join() === sum.shape.join());
    if (terms.length === 2 && alike) this.#sums.set(sum.name, terms);
    return sum;
  }

  multiply(a: Operand, b: Operand): Value {
    return this.op('Mul', [a, b], broadcast(a.shape, b.shape));
  }

  /** A constant once for each input of the batch that another value has. */
  overBatch(constant: Constant, like: Value): Value {
    const axes = like.shape.map((_, axis) => axis).slice(1);
    const one = like.shape.map(() => 1);
    const each = this.op('Sum', [like, ints(axes)], one, { keep_dims: { bool: true } });
    const ones = this.reshape(
      this.op('OnesLike', [each], one),
      constant.shape.map(() => 1),
    );
    return this.multiply(constant, ones);
  }

  /** The shape of a value as TensorFlow has it when the graph runs. */
  shapeOf(value: Value): Value {
    const sizes = this.op('Shape', [value], [value.shape.length]);
    this.closed.add(sizes.name);
    return sizes;
  }

  /** 1 where the comparison holds, else 0. */
  where(
    comparison: 'Equal' | 'Greater' | 'GreaterEqual' | 'Less' | 'LessEqual',
    a: Operand,
    b: Operand,
  ): Value {
    const shape = broadcast(a.shape, b.shape);
    const holds = this.op(comparison, [a, b], shape);
    return this.untyped('Cast', [holds], shape, { SrcT: { type: 'bool' }, DstT: { type: 'float' } });
  }

  /** A gradient summed over the axes along which its operand was broadcast, in the operand's shape. */
  sumTo(gradient: Value, shape: readonly number[]): Value {
    const rank = gradient.shape.length;
    const aligned = [...new Array<number>(rank - shape.length).fill(1), ...shape];
    // Axis 0 is the batch, of which every value has its own.
    const axes = aligned.flatMap((size, axis) =>
      axis > 0 && size === 1 && gradient.shape[axis]! > 1 ? [axis] : [],
    );
    const kept = gradient.shape.map((size, axis) => (axes.includes(axis) ? 1 : size));
    const summed =
      axes.length === 0
        ? gradient
        : this.op('Sum', [gradient, ints(axes)], kept, { keep_dims: { bool: true } });
    return this.reshape(summed, shape);
  }
}
