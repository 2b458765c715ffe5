import type { Emitter } from '../emitter';
import { ints, type Value } from '../value';
import type { Attributes } from '../graph-def';
import { type Rule, valueOf } from '../rule';

/** The nodes of one kind of resizing; the gradient of the nearest neighbour wants only the size. */
interface Kind {
  readonly forward: string;
  readonly backward: (emitter: Emitter, gradient: Value, x: Value, attributes: Attributes) => Value;
}

const kinds: Readonly<Record<string, Kind>> = {
  ResizeBilinear: {
    forward: 'ResizeBilinear',
    backward: (emitter, gradient, x, attributes) =>
      emitter.op('ResizeBilinearGrad', [gradient, x], x.shape, attributes),
  },
  ResizeNearestNeighbor: {
    forward: 'ResizeNearestNeighbor',
    backward: (emitter, gradient, x, attributes) =>
      emitter.op('ResizeNearestNeighborGrad', [gradient, ints(x.shape.slice(1, 3))], x.shape, attributes),
  },
};

export const resizeRule: Rule = {
  kernels: Object.keys(kinds),
  build(emitter, call) {
    const x = valueOf(call, 'images');
    const { forward, backward } = kinds[call.kernel]!;
    const attributes: Attributes = {
      align_corners: { bool: call.attrs['alignCorners'] === true },
      half_pixel_centers: { bool: call.attrs['halfPixelCenters'] === true },
    };
    const size = ints((call.attrs['size'] as number[]).map(Number));
    const output = emitter.op(forward, [x, size], call.shapes[0]!, attributes);
    return [{ output, back: (gradient) => [[x, backward(emitter, gradient, x, attributes)]] }];
  },
};
