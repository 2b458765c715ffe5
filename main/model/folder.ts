import { webcrypto } from 'node:crypto';
import { readFile } from 'node:fs/promises';
import { isAbsolute, join, normalize } from 'node:path';
import { z } from 'zod';
import { messageOf, PersonError } from '../process/errors';
import { cardFault, type ModelCard, modelCard } from './card';

/** A model folder and its card. */
export interface CheckedFolder {
  readonly folder: string;
  readonly card: ModelCard;
}

/** A folder with a model of TensorFlow.js as it lies on disk, its weights checked against the card. */
export interface ModelFolder extends CheckedFolder {
  readonly format: 'layers-model' | 'graph-model';
  /** What TensorFlow.js calls ModelArtifacts: topology, weight specifications and weight data. */
  readonly artifacts: object;
}

async function readText(folder: string, name: string, missing: string): Promise<unknown> {
  let text: string;
  try {
    text = await readFile(join(folder, name), 'utf8');
  } catch (thrown) {
    const code = (thrown as NodeJS.ErrnoException).code;
    const what = code === 'ENOENT' || code === 'ENOTDIR' ? missing : `its ${name} cannot be read (${code})`;
    throw new PersonError(`The model folder ${folder} cannot be used: ${what}.`);
  }
  try {
    return JSON.parse(text);
  } catch (thrown) {
    throw new PersonError(
      `The ${name} of the model folder ${folder} is not JSON (${messageOf(thrown)}); write it anew.`,
    );
  }
}

/** The card of a model folder. Throws PersonError where there is none or it is wrong. */
export async function readCard(folder: string): Promise<ModelCard> {
  const missing = 'it has no card.json; write one as the README describes under "Bring your own model"';
  const parsed = modelCard.safeParse(await readText(folder, 'card.json', missing));
  if (parsed.success) return parsed.data;
  throw new PersonError(
    `The card.json of the model folder ${folder} is wrong at ${cardFault(parsed.error)}; correct it there.`,
  );
}

/** What is used of TensorFlow.js's model.json; the rest is passed on to TensorFlow.js. */
const modelJson = z.looseObject({
  format: z.string().optional(),
  modelTopology: z.looseObject({ node: z.unknown().optional() }),
  weightsManifest: z.array(z.object({ paths: z.array(z.string()), weights: z.array(z.looseObject({})) })),
});
type ModelJson = z.infer<typeof modelJson>;

async function readModelJson(folder: string): Promise<ModelJson> {
  const missing = 'it has no model.json; save or convert the model with TensorFlow.js into it';
  const parsed = modelJson.safeParse(await readText(folder, 'model.json', missing));
  if (parsed.success) return parsed.data;
  throw new PersonError(
    `The model.json of ${folder} has no topology or no weight manifest; save the model again.`,
  );
}

async function readShard(folder: string, path: string): Promise<Buffer> {
  const plain = normalize(path);
  if (isAbsolute(plain) || plain.startsWith('..'))
    throw new PersonError(`The model.json of ${folder} names a weight file outside its folder (${path}).`);
  try {
    return await readFile(join(folder, plain));
  } catch (thrown) {
    const code = (thrown as NodeJS.ErrnoException).code ?? messageOf(thrown);
    throw new PersonError(
      `The weight file ${path} of the model folder ${folder} cannot be read (${code}); copy it there again.`,
    );
  }
}

/** Throws PersonError where the SHA-256 of the weights is not the card's. */
export function checkDigest({ folder, card }: CheckedFolder, digest: string): void {
  if (digest === card.weightsSha256) return;
  throw new PersonError(
    `The weights in ${folder} are not those of its card (SHA-256 ${digest.slice(0, 12)}…, card says ` +
      `${card.weightsSha256.slice(0, 12)}…); restore the weight files, or correct weightsSha256 in card.json.`,
  );
}

function formatOf(folder: string, card: ModelCard, json: ModelJson): ModelFolder['format'] {
  const found = json.format ?? (json.modelTopology.node ? 'graph-model' : 'layers-model');
  if (found !== 'layers-model' && found !== 'graph-model')
    throw new PersonError(
      `The model.json of ${folder} has the format "${found}"; only layers-model and graph-model are read.`,
    );
  if (card.format && card.format !== found)
    throw new PersonError(
      `The card of ${folder} says ${card.format}, its model.json is a ${found}; correct the card.`,
    );
  return found;
}

/** The shards one after the other. */
function weightsOf(shards: readonly Buffer[]): ArrayBuffer {
  const weights = new Uint8Array(shards.reduce((sum, { length }) => sum + length, 0));
  let at = 0;
  for (const shard of shards) {
    weights.set(shard, at);
    at += shard.length;
  }
  return weights.buffer;
}

/** SHA-256 in hexadecimal, by another thread. */
async function digestOf(data: ArrayBuffer): Promise<string> {
  return Buffer.from(await webcrypto.subtle.digest('SHA-256', data)).toString('hex');
}

/**
 * Reads topology and weights of a model folder. Throws PersonError for whatever is missing or wrong; `intact` does
 * where the weights are not those of the card, which takes a while and must be waited for before the model is used.
 */
export async function readModelFolder({
  folder,
  card,
}: CheckedFolder): Promise<{ readonly folder: ModelFolder; readonly intact: () => Promise<void> }> {
  const json = await readModelJson(folder);
  const format = formatOf(folder, card, json);
  const shards: Buffer[] = [];
  for (const path of json.weightsManifest.flatMap((group) => group.paths))
    shards.push(await readShard(folder, path));
  const weightData = weightsOf(shards);
  const weightSpecs = json.weightsManifest.flatMap((group) => group.weights);
  return {
    folder: { folder, format, card, artifacts: { ...json, weightSpecs, weightData } },
    intact: async () => checkDigest({ folder, card }, await digestOf(weightData)),
  };
}
