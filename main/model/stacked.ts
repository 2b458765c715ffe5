/** Views of the rows of an array that holds them one after the other. */
export const rowsOf = (values: Float32Array, size: number): Float32Array[] =>
  Array.from({ length: values.length / size }, (_, index) =>
    values.subarray(index * size, (index + 1) * size),
  );

/** Arrays one after the other in one. */
export function joined(parts: readonly Float32Array[]): Float32Array {
  if (parts.length === 1) return parts[0]!;
  return joinedIn(new Float32Array(parts.reduce((sum, { length }) => sum + length, 0)), parts);
}

/** The same at the start of an array that is there already: its part that they take. */
export function joinedIn(room: Float32Array, parts: readonly Float32Array[]): Float32Array {
  let at = 0;
  for (const part of parts) {
    room.set(part, at);
    at += part.length;
  }
  return room.subarray(0, at);
}
