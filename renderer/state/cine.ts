/** Frames a second where neither the file nor a person says how fast. */
export const usualRate = 15;
const slowest = 1;
const fastest = 120;

/** The rate of a series: what a person chose, else the file's own, else the usual one; within what a screen can show. */
export function rateOf(chosen: number | null, ownRate: number | null): number {
  return Math.min(fastest, Math.max(slowest, chosen ?? ownRate ?? usualRate));
}

/**
 * Which frame (from 0) is due: counted from the clock, so that a late screen leaves frames out instead of falling behind.
 * @param elapsed ms since the first frame was shown
 * @param rate frames a second
 */
export function frameDue(first: number, elapsed: number, rate: number, count: number): number {
  return (first + Math.floor((elapsed * rate) / 1000)) % count;
}
