/** The source samples that make one output sample: first index and weights that sum to 1. */
interface Taps {
  readonly first: number;
  readonly weights: Float64Array;
}

/**
 * Taps of a triangle filter along one axis: bilinear with half-pixel centres when enlarging; when shrinking, the
 * triangle is widened by the ratio so that every source sample counts (antialiased, as Pillow's BILINEAR). Null
 * where the centre lies off the source. Source position of output i: offset + scale · (i + 0.5).
 */
function tapsOf(source: number, target: number, scale: number, offset: number): (Taps | null)[] {
  const support = Math.max(1, scale);
  return Array.from({ length: target }, (_, i) => {
    const center = offset + scale * (i + 0.5);
    if (center < 0 || center > source) return null;
    const first = Math.max(0, Math.floor(center - support));
    const end = Math.min(source, Math.ceil(center + support));
    const weights = Float64Array.from({ length: end - first }, (__, tap) =>
      Math.max(0, 1 - Math.abs(first + tap + 0.5 - center) / support),
    );
    const sum = weights.reduce((total, weight) => total + weight, 0);
    return { first, weights: weights.map((weight) => weight / sum) };
  });
}

/** One axis of the resampling: the array as outer × length × inner, its middle axis resampled. */
function along(values: Float32Array, outer: number, length: number, inner: number, taps: (Taps | null)[]) {
  const result = new Float32Array(outer * taps.length * inner);
  for (let o = 0; o < outer; o++) {
    taps.forEach((tap, t) => {
      if (!tap) return;
      const to = (o * taps.length + t) * inner;
      tap.weights.forEach((weight, w) => {
        const from = (o * length + tap.first + w) * inner;
        for (let i = 0; i < inner; i++) result[to + i]! += weight * values[from + i]!;
      });
    });
  }
  return result;
}

/** Size of an image and the samples a pixel. */
export interface Raster {
  readonly rows: number;
  readonly columns: number;
  readonly samples: number;
}

/** Where the target's pixels lie on the source: position = offset + scale · position on the target. */
export interface Affine {
  readonly scaleX: number;
  readonly scaleY: number;
  readonly left: number;
  readonly top: number;
}

/** An image resampled to rows × columns, interleaved samples kept; 0 where the target leaves the source. */
export function resample(
  values: Float32Array,
  source: Raster,
  target: { readonly rows: number; readonly columns: number },
  { scaleX, scaleY, left, top }: Affine,
): Float32Array {
  const { rows, columns, samples } = source;
  const wide = along(values, rows, columns, samples, tapsOf(columns, target.columns, scaleX, left));
  return along(wide, 1, rows, target.columns * samples, tapsOf(rows, target.rows, scaleY, top));
}
