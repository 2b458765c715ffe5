import { rm } from 'node:fs/promises';
import { loadModel } from '../load';
import type { Model } from '../port';
import { sampleCard, sampleFolder } from '../sample';
import type { SavedModel } from '../save-folder';
import { savedLayersModel } from '../save-layers';
import { tensorflow } from '../tensorflow';
import { graphOf } from './convert';
import type { Architecture, ZooOptions } from './zoo';

/** The same network as it comes from Keras, and as tensorflowjs_converter leaves it. */
export interface Forms {
  readonly layers: Model;
  readonly graph: Model;
}

async function loaded(saved: SavedModel, { size, classes }: Architecture['small']): Promise<Model> {
  const range = { kind: 'values', min: 0, max: 1 } as const;
  const input = { rows: size, columns: size, channels: 3, range, resize: 'stretch' } as const;
  const folder = await sampleFolder(saved, sampleCard(classes, size, { input }));
  try {
    return await loadModel(folder);
  } finally {
    await rm(folder, { recursive: true });
  }
}

/** Loads an architecture's small network in both forms the way the application does, from folders. */
export async function loadForms({ build, small }: Architecture, options: ZooOptions = {}): Promise<Forms> {
  const network = build({ ...small, ...options });
  const [layers, graph] = [await savedLayersModel(tensorflow(), network), graphOf(network)];
  network.dispose();
  return {
    layers: await loaded(layers, { ...small, ...options }),
    graph: await loaded(graph, { ...small, ...options }),
  };
}

export function disposeForms({ layers, graph }: Forms): void {
  layers.dispose();
  graph.dispose();
}

/** ‖a − b‖ / ‖b‖. */
export function relativeL2(a: ArrayLike<number>, b: ArrayLike<number>): number {
  let [difference, size] = [0, 0];
  for (let i = 0; i < b.length; i++) {
    difference += (a[i]! - b[i]!) ** 2;
    size += b[i]! ** 2;
  }
  return Math.sqrt(difference / size);
}
