import type { Geometry } from '../../preload/vocabulary';

/** What lies behind each edge of the picture: R, L, A, P, H, F, or two of them on an oblique slice; '' if unknown. */
export interface EdgeLetters {
  readonly left: string;
  readonly right: string;
  readonly top: string;
  readonly bottom: string;
}

/** The letters of the patient's axes, towards positive and towards negative x, y, z (PS3.3 C.7.6.1.1.1). */
const axes = [
  ['L', 'R'],
  ['P', 'A'],
  ['H', 'F'],
] as const;

const opposites: Readonly<Record<string, string>> = { L: 'R', R: 'L', P: 'A', A: 'P', H: 'F', F: 'H' };

/** A second letter is shown from a tilt of 10 degrees on. */
const smallestComponent = Math.sin((10 * Math.PI) / 180);

/** Letters of a direction in the patient's coordinate system, the strongest first, two at the most. */
export function directionLetters(direction: readonly [number, number, number]): string {
  return direction
    .map((component, axis) => ({ size: Math.abs(component), letter: axes[axis]![component > 0 ? 0 : 1] }))
    .filter(({ size }) => size >= smallestComponent)
    .sort((a, b) => b.size - a.size)
    .slice(0, 2)
    .map(({ letter }) => letter)
    .join('');
}

/** The letters of the four edges from ImageOrientationPatient, else from PatientOrientation, else none. */
export function edgeLetters(
  geometry: Geometry | null,
  patientOrientation: readonly [string, string] | null,
): EdgeLetters {
  if (geometry) {
    const [rx, ry, rz, cx, cy, cz] = geometry.orientation;
    return edges(directionLetters([rx, ry, rz]), directionLetters([cx, cy, cz]));
  }
  return patientOrientation
    ? edges(known(patientOrientation[0]), known(patientOrientation[1]))
    : edges('', '');
}

function edges(right: string, bottom: string): EdgeLetters {
  return { left: opposite(right), right, top: opposite(bottom), bottom };
}

function opposite(letters: string): string {
  return [...letters].map((letter) => opposites[letter] ?? '').join('');
}

/** Letters of a file's PatientOrientation that are letters of the standard for bipeds. */
function known(letters: string): string {
  return [...letters.toUpperCase()]
    .filter((letter) => letter in opposites)
    .slice(0, 2)
    .join('');
}
