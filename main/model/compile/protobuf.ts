import { createRequire } from 'node:module';

/** The part of TensorFlow's protocol buffers that a graph is written with; tfjs-node ships them without types. */
export interface Message {
  serializeBinary(): Uint8Array;
}

interface Shape extends Message {
  setDimList(dimensions: Message[]): void;
}

interface TensorMessage extends Message {
  setDtype(type: number): void;
  setTensorShape(shape: Shape): void;
  setTensorContent(bytes: Uint8Array): void;
}

export interface AttributeMessage extends Message {
  setType(type: number): void;
  setI(value: number): void;
  setF(value: number): void;
  setB(value: boolean): void;
  setS(bytes: Uint8Array): void;
  setList(list: Message): void;
  setShape(shape: Shape): void;
  setTensor(tensor: TensorMessage): void;
}

interface NodeMessage extends Message {
  setName(name: string): void;
  setOp(op: string): void;
  setInputList(names: string[]): void;
  getAttrMap(): { set(name: string, value: AttributeMessage): void };
}

interface GraphMessage extends Message {
  addNode(node: NodeMessage): void;
  setVersions(versions: Message): void;
}

interface MetaGraphMessage extends Message {
  setMetaInfoDef(info: Message): void;
  setGraphDef(graph: GraphMessage): void;
}

export interface Protobuf {
  GraphDef: new () => GraphMessage;
  NodeDef: new () => NodeMessage;
  VersionDef: new () => Message & { setProducer(version: number): void };
  Tensor: new () => TensorMessage;
  TensorShape: (new () => Shape) & { Dim: new () => Message & { setSize(size: number): void } };
  AttrValue: (new () => AttributeMessage) & {
    ListValue: new () => Message & { setIList(values: number[]): void };
  };
  MetaGraphDef: (new () => MetaGraphMessage) & {
    MetaInfoDef: new () => Message & { setTagsList(tags: string[]): void };
  };
  SavedModel: new () => Message & {
    setSavedModelSchemaVersion(version: number): void;
    addMetaGraphs(meta: MetaGraphMessage): void;
  };
}

/** The classes themselves, loaded when a graph is written and not before. */
export const protobuf = (): Protobuf =>
  createRequire(import.meta.url)('@tensorflow/tfjs-node/dist/proto/api_pb') as Protobuf;
