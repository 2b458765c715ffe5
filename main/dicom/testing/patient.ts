import type { Geometry } from '../../../preload/vocabulary';
import type { Elements } from './write';

type Vector = [number, number, number];

/** A number from -reach to reach. */
export const within = (random: () => number, reach: number): number => (random() * 2 - 1) * reach;

/** A decimal string of 16 characters at most (PS3.5 6.2), and the number that it says. */
export function decimal(value: number): string {
  return String(Number(value.toFixed(8))).slice(0, 16);
}

/**
 * A rotation without a preferred direction: the quaternion of Shoemake (Graphics Gems III, 1992), its first two columns
 * as ImageOrientationPatient, the third as the normal.
 */
export function randomAxes(random: () => number): { row: Vector; column: Vector; normal: Vector } {
  const [u, v, w] = [random(), 2 * Math.PI * random(), 2 * Math.PI * random()];
  const [a, b] = [Math.sqrt(1 - u), Math.sqrt(u)];
  const [x, y, z, s] = [a * Math.sin(v), a * Math.cos(v), b * Math.sin(w), b * Math.cos(w)];
  return {
    row: [1 - 2 * (y * y + z * z), 2 * (x * y + s * z), 2 * (x * z - s * y)],
    column: [2 * (x * y - s * z), 1 - 2 * (x * x + z * z), 2 * (y * z + s * x)],
    normal: [2 * (x * z + s * y), 2 * (y * z - s * x), 1 - 2 * (x * x + y * y)],
  };
}

/** A geometry whose numbers are exactly those that a file with them says. */
export function writable(
  position: readonly number[],
  row: readonly number[],
  column: readonly number[],
): Geometry {
  const said = (values: readonly number[]): number[] => values.map((value) => Number(decimal(value)));
  return { position: said(position), orientation: said([...row, ...column]) } as unknown as Geometry;
}

/** ImagePositionPatient and ImageOrientationPatient of a geometry. */
export function geometryElements({ position, orientation }: Geometry): Elements {
  return {
    0x00200032: ['DS', position.map(decimal).join('\\')],
    0x00200037: ['DS', orientation.map(decimal).join('\\')],
  };
}

/** The same numbers in an order that chance decides (Fisher and Yates). */
export function shuffled<Thing>(things: readonly Thing[], random: () => number): Thing[] {
  const out = [...things];
  for (let i = out.length - 1; i > 0; i--) {
    const j = Math.floor(random() * (i + 1));
    [out[i], out[j]] = [out[j]!, out[i]!];
  }
  return out;
}
