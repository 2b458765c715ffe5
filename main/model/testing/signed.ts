import { createHash } from 'node:crypto';
import { mkdir, mkdtemp, writeFile } from 'node:fs/promises';
import { createRequire } from 'node:module';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Message } from '../compile/protobuf';
import type { UnsignedCard } from '../save-folder';

/** A tensor that a signature names: the node that gives it (or is fed it), and its shape. */
export interface SignedTensor {
  readonly node: string;
  readonly shape: readonly number[];
}

export interface Signed {
  readonly inputs: Readonly<Record<string, SignedTensor>>;
  readonly outputs: Readonly<Record<string, SignedTensor>>;
}

interface TensorMap {
  set(key: string, value: Message): void;
}

/** The part of TensorFlow's protocol buffers that a signature is written with. */
interface Protobuf {
  TensorShape: (new () => Message & { setDimList(sizes: Message[]): void }) & {
    Dim: new () => Message & { setSize(size: number): void };
  };
  TensorInfo: new () => Message & {
    setName(name: string): void;
    setDtype(type: number): void;
    setTensorShape(shape: Message): void;
  };
  SignatureDef: new () => Message & {
    getInputsMap(): TensorMap;
    getOutputsMap(): TensorMap;
    setMethodName(name: string): void;
  };
  SavedModel: {
    deserializeBinary(bytes: Uint8Array): Message & {
      getMetaGraphsList(): { getSignatureDefMap(): TensorMap }[];
    };
  };
}

const protobuf = (): Protobuf =>
  createRequire(import.meta.url)('@tensorflow/tfjs-node/dist/proto/api_pb') as Protobuf;

function infoOf({ TensorInfo, TensorShape }: Protobuf, { node, shape }: SignedTensor): Message {
  const sizes = shape.map((size) => {
    const dimension = new TensorShape.Dim();
    dimension.setSize(size);
    return dimension;
  });
  const told = new TensorShape();
  told.setDimList(sizes);
  const info = new TensorInfo();
  info.setName(`${node}:0`);
  info.setDtype(1);
  info.setTensorShape(told);
  return info;
}

/** The bytes of a SavedModel with a signature more. */
export function withSignature(bytes: Uint8Array, name: string, { inputs, outputs }: Signed): Uint8Array {
  const proto = protobuf();
  const signature = new proto.SignatureDef();
  signature.setMethodName('tensorflow/serving/predict');
  for (const [key, tensor] of Object.entries(inputs))
    signature.getInputsMap().set(key, infoOf(proto, tensor));
  for (const [key, tensor] of Object.entries(outputs))
    signature.getOutputsMap().set(key, infoOf(proto, tensor));
  const saved = proto.SavedModel.deserializeBinary(bytes);
  saved.getMetaGraphsList()[0]!.getSignatureDefMap().set(name, signature);
  return saved.serializeBinary();
}

/** Writes a frozen SavedModel and its card into a new temporary folder. */
export async function savedModelFolder(bytes: Uint8Array, card: UnsignedCard): Promise<string> {
  const folder = await mkdtemp(join(tmpdir(), 'sightline-saved-'));
  await mkdir(join(folder, 'variables'));
  await writeFile(join(folder, 'saved_model.pb'), bytes);
  const weightsSha256 = createHash('sha256').update(bytes).digest('hex');
  await writeFile(
    join(folder, 'card.json'),
    JSON.stringify({ ...card, format: 'saved-model', weightsSha256 }),
  );
  return folder;
}
