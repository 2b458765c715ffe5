/** Cuts, shortens, doubles or changes some bytes. */
export function mutate(original: Buffer, random: () => number): Buffer {
  const at = (): number => Math.floor(random() * original.length);
  const kind = random();
  if (kind < 0.12) return original.subarray(0, at());
  if (kind < 0.2) {
    const from = at();
    return Buffer.concat([
      original.subarray(0, from),
      original.subarray(from + 1 + Math.floor(random() * 8)),
    ]);
  }
  if (kind < 0.28) {
    const [from, length] = [at(), 1 + Math.floor(random() * 64)];
    const twice = original.subarray(from, from + length);
    return Buffer.concat([original.subarray(0, from), twice, original.subarray(from)]);
  }
  const bytes = Buffer.from(original);
  // Half of all changes fall into the first part, where a byte means more than a pixel.
  const within = kind < 0.64 ? Math.min(bytes.length, 2048) : bytes.length;
  const extremes = [0x00, 0x7f, 0x80, 0xff];
  for (let left = 1 + Math.floor(random() * 8); left > 0; left--)
    bytes[Math.floor(random() * within)] =
      random() < 0.5 ? extremes[Math.floor(random() * 4)]! : Math.floor(random() * 256);
  return bytes;
}
