import type { Measurement, Region, SliceReference } from '../../preload/vocabulary';

/** Everything that a person put on the images of a study: one value, so that one history undoes all of it. */
export interface Marks {
  readonly regions: readonly Region[];
  readonly measurements: readonly Measurement[];
}

interface Marked extends SliceReference {
  readonly id: string;
}

/** The longest text that is kept with a mark. */
const longestText = 500;

/** A list with one mark put in the place of its former self, or at its end. */
export function putInto<Mark extends Marked>(marks: readonly Mark[], mark: Mark): readonly Mark[] {
  if (!marks.some(({ id }) => id === mark.id)) return [...marks, mark];
  return marks.map((other) => (other.id === mark.id ? mark : other));
}

/** Without some marks, and with others at the end. */
export function exchanged<Mark extends Marked>(
  marks: readonly Mark[],
  gone: readonly Mark[],
  added: readonly Mark[],
): readonly Mark[] {
  const left = new Set(gone.map(({ id }) => id));
  return [...marks.filter(({ id }) => !left.has(id)), ...added];
}

/** The marks of one frame. */
export function markedOn<Mark extends Marked>(
  marks: readonly Mark[],
  { sopInstanceUid, frame }: SliceReference,
): readonly Mark[] {
  return marks.filter((mark) => mark.sopInstanceUid === sopInstanceUid && mark.frame === frame);
}

/** Without the region or measurement of an id; the same lists where it is in neither. */
export function without({ regions, measurements }: Marks, id: string): Marks {
  return { regions: leaveOut(regions, id), measurements: leaveOut(measurements, id) };
}

const leaveOut = <Mark extends Marked>(marks: readonly Mark[], id: string): readonly Mark[] =>
  marks.some((mark) => mark.id === id) ? marks.filter((mark) => mark.id !== id) : marks;

/** With the label of a region, or the text of a measurement, as it was typed; cut at 500 characters. */
export function withText({ regions, measurements }: Marks, id: string, typed: string): Marks {
  const text = typed.trim().slice(0, longestText);
  const region = regions.find((mark) => mark.id === id && mark.label !== text);
  const measurement = measurements.find((mark) => mark.id === id && mark.text !== text);
  return {
    regions: region ? putInto(regions, { ...region, label: text }) : regions,
    measurements: measurement ? putInto(measurements, { ...measurement, text }) : measurements,
  };
}

/** Whether there is a mark of an id. */
export const has = ({ regions, measurements }: Marks, id: string): boolean =>
  regions.some((mark) => mark.id === id) || measurements.some((mark) => mark.id === id);

/** Whether two values hold the very same lists. */
export const sameMarks = (one: Marks, other: Marks): boolean =>
  one.regions === other.regions && one.measurements === other.measurements;
