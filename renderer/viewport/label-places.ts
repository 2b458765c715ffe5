import type { Point } from './affine';
import type { TextBox } from './text-place';

const height = 15;
/** Canvas pixels a letter of a label takes, on average. */
const letter = 6.8;
const gap = 6;
const margin = 4;

/** A name to be written beside an outline, in canvas pixels. */
export interface Label {
  readonly name: string;
  readonly outline: readonly Point[];
}

/**
 * Where names stand beside their outlines: above, where that is free of the names before and of the corner texts, else
 * below, or at the right end of either; where nothing is free, below.
 * @param cornerHeight canvas pixels at the top that the corner texts take
 * @returns the left end of each name's base line
 */
export function labelPlaces(labels: readonly Label[], cornerHeight: number): Point[] {
  const taken: TextBox[] = [];
  return labels.map((label) => {
    const places = placesOf(label);
    const free = places.find((place) => place.y >= cornerHeight && !taken.some((one) => covers(place, one)));
    const place = free ?? places[1]!;
    taken.push(place);
    return [place.x, place.y + height - 4];
  });
}

const covers = (a: TextBox, b: TextBox): boolean =>
  a.x < b.x + b.width && b.x < a.x + a.width && a.y < b.y + b.height && b.y < a.y + a.height;

function placesOf({ name, outline }: Label): TextBox[] {
  const [xs, ys] = [outline.map(([x]) => x), outline.map(([, y]) => y)];
  const width = name.length * letter;
  const left = Math.max(margin, Math.min(...xs));
  const right = Math.max(margin, Math.max(...xs) - width);
  const [above, below] = [Math.min(...ys) - gap - height, Math.max(...ys) + gap];
  return [
    { x: left, y: above, width, height },
    { x: left, y: below, width, height },
    { x: right, y: above, width, height },
    { x: right, y: below, width, height },
  ];
}
