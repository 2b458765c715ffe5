import type { Instance } from '../../../preload/vocabulary';
import type { Vector } from '../../../renderer/picture/mpr/stack';
import { dot } from '../../../renderer/picture/mpr/stack';
import type { ImageFrame, NearFrame } from './image-frame';
import { frameOf } from './image-frame';
import { stacksOf } from './image-stacks';

/** The images that are open, found by name or by place. */
export interface Images {
  /** The frames of an image by their numbers from 1, all where none is given; none where it is not open. */
  named(sopInstanceUid: string, frames: readonly number[]): ImageFrame[];
  /**
   * The frames that all of the places lie on: within half a slice, or within `reach` mm where that is more; nearest
   * first, one at each place.
   * @param among UIDs of the images that come into question; all where it is empty
   */
  near(
    frameOfReferenceUid: string,
    places: readonly Vector[],
    reach: number,
    among: ReadonlySet<string>,
  ): NearFrame[];
}

/** Makes the images of a study findable. */
export function imagesOf(instances: readonly Instance[]): Images {
  const byUid = new Map(instances.map((instance) => [instance.sopInstanceUid, instance]));
  const stacks = stacksOf(instances);
  return {
    named(sopInstanceUid, frames) {
      const instance = byUid.get(sopInstanceUid);
      if (!instance) return [];
      const numbers = frames.length > 0 ? frames : allFrames(instance);
      return numbers
        .filter((frame) => Number.isInteger(frame) && frame >= 1 && frame <= instance.numberOfFrames)
        .map((frame) => frameOf(instance, frame));
    },
    near(frameOfReferenceUid, places, reach, among) {
      const found = stacks(frameOfReferenceUid).flatMap((stack) => {
        const depths = places.map((place) => dot(place, stack.normal));
        return stack.within(Math.min(...depths), Math.max(...depths), reach, among);
      });
      return found.sort((a, b) => a.distance - b.distance);
    },
  };
}

const allFrames = ({ numberOfFrames }: Instance): number[] =>
  Array.from({ length: numberOfFrames }, (_, index) => index + 1);
