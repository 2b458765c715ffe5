import { seededRandom } from '../../main/dicom/testing/random';

/** An image in 0..1, rows × columns × channels: waves of a few directions and some noise, by seed. */
export function seededImage(
  [rows, columns, channels]: readonly [number, number, number],
  seed: number,
): Float32Array {
  const random = seededRandom(seed);
  const waves = Array.from({ length: 6 }, () => ({
    across: (random() - 0.5) * 40,
    down: (random() - 0.5) * 40,
    phase: random() * 2 * Math.PI,
  }));
  const at = (row: number, column: number, channel: number): number =>
    waves.reduce(
      (sum, { across, down, phase }) =>
        sum + Math.sin((across * column) / columns + (down * row) / rows + phase + channel),
      0,
    ) / waves.length;
  return Float32Array.from({ length: rows * columns * channels }, (_, i) => {
    const pixel = Math.floor(i / channels);
    const wave = at(Math.floor(pixel / columns), pixel % columns, i % channels);
    return Math.min(1, Math.max(0, 0.5 + 0.8 * wave + 0.1 * (random() - 0.5)));
  });
}
