import { rm } from 'node:fs/promises';
import { loadModel } from '../load';
import type { Model } from '../port';
import { sampleCard, sampleFolder } from '../sample';
import type { SavedModel } from '../save-folder';
import { savedLayersModel } from '../save-layers';
import { tensorflow } from '../tensorflow';
import { graphOf } from './convert';
import type { Architecture, ZooOptions } from './zoo';

/** The forms in which a network comes: from Keras as layers, and converted to a graph from Keras 2 or 3. */
export const formNames = ['layers', 'graph', 'graphOfKeras3'] as const;

/** The same network in each form. */
export type Forms = Readonly<Record<(typeof formNames)[number], Model>>;

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

/** Loads an architecture's small network in all forms the way the application does, from folders. */
export async function loadForms({ build, small }: Architecture, options: ZooOptions = {}): Promise<Forms> {
  const all = { ...small, ...options };
  const network = build(all);
  const layers = await savedLayersModel(tensorflow(), network);
  const [graph, graphOfKeras3] = [graphOf(network, 'keras-2'), graphOf(network, 'keras-3')];
  network.dispose();
  return {
    layers: await loaded(layers, all),
    graph: await loaded(graph, all),
    graphOfKeras3: await loaded(graphOfKeras3, all),
  };
}

export const disposeForms = (forms: Forms): void => formNames.forEach((name) => forms[name].dispose());

/** ‖a − b‖ / ‖b‖. */
export function relativeL2(a: ArrayLike<number>, b: ArrayLike<number>): number {
  let [difference, size] = [0, 0];
  for (let i = 0; i < b.length; i++) {
    difference += (a[i]! - b[i]!) ** 2;
    size += b[i]! ** 2;
  }
  return Math.sqrt(difference / size);
}
