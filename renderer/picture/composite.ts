/**
 * Lays an overlay with straight alpha over an opaque picture of the same size and answers a new opaque picture
 * (Porter and Duff 1984, source over).
 */
export function composeRgba(base: Uint8ClampedArray, overlay: Uint8ClampedArray): Uint8ClampedArray {
  if (base.length !== overlay.length)
    throw new Error('The overlay has another size than the picture under it.');
  const out = new Uint8ClampedArray(base);
  for (let i = 0; i < out.length; i += 4) {
    const alpha = overlay[i + 3]!;
    if (alpha === 0) continue;
    const part = alpha / 255;
    out[i] = base[i]! + (overlay[i]! - base[i]!) * part;
    out[i + 1] = base[i + 1]! + (overlay[i + 1]! - base[i + 1]!) * part;
    out[i + 2] = base[i + 2]! + (overlay[i + 2]! - base[i + 2]!) * part;
  }
  return out;
}
