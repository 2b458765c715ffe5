const bytesOf = ({ buffer, byteOffset, byteLength }: Float32Array): Buffer =>
  Buffer.from(buffer, byteOffset, byteLength);

/** Whether two arrays hold the same numbers, bit by bit: 0 and −0 are not the same, a NaN and itself are. */
export const sameNumbers = (a: Float32Array, b: Float32Array): boolean =>
  a === b || (a.length === b.length && bytesOf(a).equals(bytesOf(b)));
