import type { Instance } from '../../../preload/vocabulary';
import { PersonError } from '../../process/errors';
import { indexPaths } from '../index-paths';
import { readObject } from '../objects/index';
import { imageStack } from '../objects/testing/images';
import { readSlice } from '../read-slice';

/** What came of opening a file and reading all that was listed of it. */
export interface Trial {
  read: number;
  readonly refused: string[];
}

const mostFrames = 3;
const never = new AbortController().signal;

/**
 * Opens a file as a person does: lists it, shows frames of each image, reads each object; what is listed as unreadable
 * is shown all the same, as it may change between the two.
 * @throws whatever is no sentence for a person
 */
export async function tryOut(path: string): Promise<Trial> {
  const trial: Trial = { read: 0, refused: [] };
  const { studies, unreadable } = await indexPaths([path]);
  trial.refused.push(...unreadable.map(({ reason }) => reason));
  const instances = studies.flatMap(({ series }) => series.flatMap((each) => each.instances));
  for (const instance of instances) await showFrames(instance, trial);
  const objects = studies.flatMap((study) => study.objects);
  for (const { path: object } of objects)
    await attempt(trial, async () => {
      const { regions, maps } = await readObject(object, [...imageStack(3), ...instances], never);
      return regions.length + maps.length;
    });
  if (instances.length + objects.length === 0) await attempt(trial, () => readSlice(path, 1).then(() => 1));
  return trial;
}

async function showFrames(instance: Instance, trial: Trial): Promise<void> {
  const { numberOfFrames, path } = instance;
  const frames = new Set([1, Math.ceil(numberOfFrames / 2), numberOfFrames]);
  for (const frame of [...frames].slice(0, mostFrames))
    await attempt(trial, () => readSlice(path, frame).then(() => 1));
}

async function attempt(trial: Trial, reading: () => Promise<number>): Promise<void> {
  try {
    trial.read += await reading();
  } catch (thrown) {
    if (!(thrown instanceof PersonError)) throw thrown;
    trial.refused.push(thrown.message);
  }
}
