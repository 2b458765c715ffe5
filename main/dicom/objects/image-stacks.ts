import type { Instance } from '../../../preload/vocabulary';
import type { Vector } from '../../../renderer/picture/mpr/stack';
import { dot } from '../../../renderer/picture/mpr/stack';
import type { ImageFrame, NearFrame } from './image-frame';
import { frameOf } from './image-frame';
import { grouped } from './grouped';

/** Parallel frames of one size in one frame of reference, in the order of their depth. */
export interface FrameStack {
  readonly normal: Vector;
  /** Frames that a range of depths lies on, mm along the normal; one at each depth. */
  within(from: number, to: number, reach: number, among: ReadonlySet<string>): NearFrame[];
}

interface Layer {
  readonly depth: number;
  /** Half the way to the next layer, or half the thickness where that is more, mm. */
  readonly half: number;
  readonly frames: readonly ImageFrame[];
}

/** Frames at one place differ by rounding only, mm. */
const samePlace = 0.01;
/** Half a slice of a single image that does not say how thick it is, mm. */
const halfUnknown = 0.5;

/** The stacks of a frame of reference; made when they are first asked for. */
export function stacksOf(instances: readonly Instance[]): (frameOfReferenceUid: string) => FrameStack[] {
  const made = new Map<string, FrameStack[]>();
  return (frameOfReferenceUid) => {
    const known = made.get(frameOfReferenceUid);
    if (known) return known;
    const stacks = stacksFrom(
      instances.filter((instance) => instance.frameOfReferenceUid === frameOfReferenceUid),
    );
    made.set(frameOfReferenceUid, stacks);
    return stacks;
  };
}

function stacksFrom(instances: readonly Instance[]): FrameStack[] {
  const frames = instances.flatMap((instance) =>
    Array.from({ length: Math.max(1, instance.numberOfFrames) }, (_, index) => frameOf(instance, index + 1)),
  );
  const placed = frames.filter(({ plane }) => plane !== null);
  return [...grouped(placed, keyOf).values()].map(stackFrom);
}

/** Frames of one size and direction; directions in a header differ by rounding. */
function keyOf({ plane, rows, columns }: ImageFrame): string {
  const { toColumn, toRow } = plane!;
  return [rows, columns, ...[...toColumn, ...toRow].map((step) => Math.round(step * 500))].join(' ');
}

function stackFrom(frames: readonly ImageFrame[]): FrameStack {
  const { normal } = frames[0]!.plane!;
  const layers = layersOf(frames, normal);
  return {
    normal,
    within: (from, to, reach, among) =>
      layers.flatMap((layer) => {
        const distance = Math.max(Math.abs(from - layer.depth), Math.abs(to - layer.depth));
        if (distance > Math.max(layer.half, reach) + samePlace) return [];
        const [frame, other] = layer.frames.filter(
          ({ sopInstanceUid }) => among.size === 0 || among.has(sopInstanceUid),
        );
        return frame ? [{ frame, distance, ambiguous: other !== undefined }] : [];
      }),
  };
}

function layersOf(frames: readonly ImageFrame[], normal: Vector): Layer[] {
  const deep = frames.map((frame) => ({ frame, depth: dot(frame.plane!.origin, normal) }));
  // Sorting keeps the reading order of frames at one depth.
  deep.sort((a, b) => a.depth - b.depth);
  const layers: { depth: number; frames: ImageFrame[] }[] = [];
  for (const { frame, depth } of deep) {
    const last = layers.at(-1);
    if (last && depth - last.depth <= samePlace) last.frames.push(frame);
    else layers.push({ depth, frames: [frame] });
  }
  return layers.map((layer, index) => ({ ...layer, half: halfOf(layers, index) }));
}

function halfOf(layers: readonly { depth: number; frames: readonly ImageFrame[] }[], index: number): number {
  const { depth, frames } = layers[index]!;
  const gaps = [layers[index - 1], layers[index + 1]].flatMap((next) =>
    next ? [Math.abs(next.depth - depth)] : [],
  );
  const thickness = frames[0]!.sliceThickness ?? 0;
  return Math.max(gaps.length > 0 ? Math.min(...gaps) : 0, thickness) / 2 || halfUnknown;
}
