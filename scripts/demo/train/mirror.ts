/** A square of `side` rows, `channels` interleaved, seen in a mirror: columns in the opposite order. */
export function mirrored<T extends Float32Array | Uint8Array>(square: T, side: number, channels: number): T {
  const out = square.slice() as T;
  for (let i = 0; i < square.length; i++) {
    const pixel = Math.floor(i / channels);
    const column = pixel % side;
    out[(pixel + side - 1 - 2 * column) * channels + (i % channels)] = square[i] ?? 0;
  }
  return out;
}
