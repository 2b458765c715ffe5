import { type AttributeMessage, type Protobuf, protobuf } from './protobuf';

/** An attribute of a node of a TensorFlow graph. */
export type Attribute =
  | { readonly type: 'float' | 'int32' | 'bool' | 'int64' }
  | { readonly ints: readonly number[] }
  | { readonly int: number }
  | { readonly float: number }
  | { readonly bool: boolean }
  | { readonly text: string };

export type Attributes = Readonly<Record<string, Attribute>>;

/** Numbers that are part of the graph. */
export interface Constant {
  readonly values: Float32Array | Int32Array;
  readonly shape: readonly number[];
}

/** tensorflow/core/framework/types.proto */
const dataTypes = { float: 1, int32: 3, int64: 9, bool: 10 } as const;
/** The version of TensorFlow's graphs that is written: tensorflow/core/public/version.h, TF_GRAPH_DEF_VERSION. */
const producer = 2000;

/** A TensorFlow graph that grows node by node, and is written as a SavedModel. */
export class GraphDef {
  readonly #proto = protobuf();
  readonly #graph = new this.#proto.GraphDef();
  #count = 0;

  /** Adds a node and answers its name. Inputs are names of nodes. */
  node(op: string, inputs: readonly string[], attributes: Attributes): string {
    const all = Object.entries(attributes).map(
      ([key, value]) => [key, attributeOf(this.#proto, value)] as const,
    );
    return this.#add(op, inputs, all);
  }

  /** A place that values of the shape are fed into; −1 is any size. */
  placeholder(shape: readonly number[]): string {
    const attribute = new this.#proto.AttrValue();
    attribute.setShape(shapeOf(this.#proto, shape));
    return this.#add(
      'Placeholder',
      [],
      [
        ['dtype', attributeOf(this.#proto, { type: 'float' })],
        ['shape', attribute],
      ],
    );
  }

  constant({ values, shape }: Constant): string {
    const type = values instanceof Int32Array ? 'int32' : 'float';
    const tensor = new this.#proto.Tensor();
    tensor.setDtype(dataTypes[type]);
    tensor.setTensorShape(shapeOf(this.#proto, shape));
    tensor.setTensorContent(new Uint8Array(values.buffer, values.byteOffset, values.byteLength));
    const attribute = new this.#proto.AttrValue();
    attribute.setTensor(tensor);
    return this.#add(
      'Const',
      [],
      [
        ['dtype', attributeOf(this.#proto, { type })],
        ['value', attribute],
      ],
    );
  }

  /** A variable, which a session keeps for all that it computes: its handle, and the node that reads it. */
  variable(shape: readonly number[]): { handle: string; read: string } {
    const dtype = ['dtype', attributeOf(this.#proto, { type: 'float' })] as const;
    const size = new this.#proto.AttrValue();
    size.setShape(shapeOf(this.#proto, shape));
    const own = ['shared_name', attributeOf(this.#proto, { text: `v${this.#count}` })] as const;
    const handle = this.#add('VarHandleOp', [], [dtype, ['shape', size], own]);
    return { handle, read: this.#add('ReadVariableOp', [handle], [dtype]) };
  }

  /** The node that puts the value of another into a variable. */
  assigned(handle: string, value: string): string {
    return this.node('AssignVariableOp', [handle, value], { dtype: { type: 'float' } });
  }

  /** A node that gives a number once other nodes have done their work. */
  after(names: readonly string[]): string {
    const one = { values: Int32Array.of(1), shape: [] };
    return this.node('Identity', [this.constant(one), ...names.map((name) => `^${name}`)], {
      T: { type: 'int32' },
    });
  }

  /** The bytes of saved_model.pb. */
  savedModel(): Uint8Array {
    const { VersionDef, MetaGraphDef, SavedModel } = this.#proto;
    const versions = new VersionDef();
    versions.setProducer(producer);
    this.#graph.setVersions(versions);
    const tags = new MetaGraphDef.MetaInfoDef();
    tags.setTagsList(['serve']);
    const meta = new MetaGraphDef();
    meta.setMetaInfoDef(tags);
    meta.setGraphDef(this.#graph);
    const saved = new SavedModel();
    saved.setSavedModelSchemaVersion(1);
    saved.addMetaGraphs(meta);
    return saved.serializeBinary();
  }

  #add(
    op: string,
    inputs: readonly string[],
    attributes: readonly (readonly [string, AttributeMessage])[],
  ): string {
    const node = new this.#proto.NodeDef();
    const name = `n${this.#count++}`;
    node.setName(name);
    node.setOp(op);
    node.setInputList([...inputs]);
    for (const [key, value] of attributes) node.getAttrMap().set(key, value);
    this.#graph.addNode(node);
    return name;
  }
}

function attributeOf(proto: Protobuf, value: Attribute): AttributeMessage {
  const attribute = new proto.AttrValue();
  if ('type' in value) attribute.setType(dataTypes[value.type]);
  else if ('int' in value) attribute.setI(value.int);
  else if ('float' in value) attribute.setF(value.float);
  else if ('bool' in value) attribute.setB(value.bool);
  else if ('text' in value) attribute.setS(Buffer.from(value.text));
  else {
    const list = new proto.AttrValue.ListValue();
    list.setIList([...value.ints]);
    attribute.setList(list);
  }
  return attribute;
}

function shapeOf({ TensorShape }: Protobuf, sizes: readonly number[]) {
  const shape = new TensorShape();
  shape.setDimList(
    sizes.map((size) => {
      const dimension = new TensorShape.Dim();
      dimension.setSize(size);
      return dimension;
    }),
  );
  return shape;
}
