import type { Strip, StripSlice } from '../state/series-strip';

/** How a strip lies on its canvas, in CSS pixels. */
export interface StripRoom {
  readonly width: number;
  readonly height: number;
  /** Slices of the series, explained or not; 2 or more. */
  readonly count: number;
}

export interface StripColours {
  readonly score: string;
  readonly peak: string;
  /** Of the highest of each. */
  readonly highest: string;
}

/** Width of the slider's thumb: its middle, and the bar over it, is where the slice is. */
const thumb = 16;
const widestBar = 12;

const stepOf = ({ width, count }: StripRoom): number => (width - thumb) / (count - 1);

/** Middle of a slice (from 0) on the canvas. */
export const middleOf = (room: StripRoom, index: number): number => thumb / 2 + index * stepOf(room);

/** The slice (from 0) that a place on the canvas belongs to. */
export function indexAt(room: StripRoom, x: number): number {
  const index = Math.round((x - thumb / 2) / stepOf(room));
  return Math.min(Math.max(0, index), room.count - 1);
}

/** A half of the strip, and the part 0..1 of it that a slice fills. */
interface Lane {
  readonly bottom: number;
  readonly height: number;
  readonly colour: string;
  readonly part: (slice: StripSlice) => number;
  readonly highest: StripSlice | null;
}

function lanesOf(strip: Strip, { height }: StripRoom, colours: StripColours): readonly Lane[] {
  const lane = Math.floor(height / 2) - 1;
  const { isDifference, highestScore, highestPeak } = strip;
  const score = ({ score: value }: StripSlice): number => (isDifference ? (value + 1) / 2 : value);
  const peak = ({ peak: value }: StripSlice): number => (highestPeak ? value / highestPeak.peak : 0);
  return [
    { bottom: lane, height: lane, colour: colours.score, part: score, highest: highestScore },
    { bottom: height, height: lane, colour: colours.peak, part: peak, highest: highestPeak },
  ];
}

/** Draws scores (0..1, or −1..1) over peaks (from 0 to the highest of the series); the highest of each stands out. */
export function drawStrip(
  context: CanvasRenderingContext2D,
  strip: Strip,
  room: StripRoom,
  colours: StripColours,
): void {
  const width = Math.min(widestBar, Math.max(1, stepOf(room) - 1));
  for (const { bottom, height, colour, part, highest } of lanesOf(strip, room, colours)) {
    const bar = (slice: StripSlice, wide: number): void => {
      const high = Math.max(1, part(slice) * height);
      context.fillRect(middleOf(room, slice.index) - wide / 2, bottom - high, wide, high);
    };
    context.fillStyle = colour;
    for (const slice of strip.slices) bar(slice, width);
    context.fillStyle = colours.highest;
    // Alone, it stands out from nothing.
    if (highest && strip.slices.length > 1) bar(highest, Math.max(3, width));
  }
}
