import type { Slice } from '../../preload/vocabulary';

/** The memory of a slice that can be handed to another thread: what is all its own, not a part of something larger. */
export function buffersOf({ pixels, overlays }: Slice): ArrayBuffer[] {
  const arrays = [pixels, ...overlays.map(({ bits }) => bits)];
  const whole = arrays.filter(({ buffer, byteLength }) => buffer.byteLength === byteLength);
  return [...new Set(whole.map(({ buffer }) => buffer))].filter((buffer) => buffer instanceof ArrayBuffer);
}
