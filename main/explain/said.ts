/** What was found out while a map was made, as whole sentences, for as long as there is the map. */
const said = new WeakMap<Float32Array, readonly string[]>();

/** Keeps what must be said beside a map, and gives the map back. */
export function saying(map: Float32Array, sentences: readonly string[]): Float32Array {
  said.set(map, sentences);
  return map;
}

/** What must be said beside a map. */
export const saidOf = (map: Float32Array): readonly string[] => said.get(map) ?? [];
