import type { Spread } from '../statistics';
import { spreadOf } from '../statistics';

/** Runs something so many times and tells the milliseconds of each; what it does to warm up it leaves out. */
export type Timed = (runs: number) => Promise<readonly number[]>;

/** How often: rounds of a block of runs of each work. */
export interface Plan {
  readonly rounds: number;
  readonly runs: number;
}

/** Milliseconds of runs of our own; one before them, unless it is to be left out, does not count. */
export const ownTimes =
  (work: () => unknown, { warm = true } = {}): Timed =>
  async (runs) => {
    if (warm) await work();
    const times: number[] = [];
    for (let run = 0; run < runs; run++) {
      const began = performance.now();
      await work();
      times.push(performance.now() - began);
    }
    return times;
  };

/**
 * Works in turn, block by block and round by round, so that whatever else the machine does meets them alike; there and
 * back, so that none always follows the same one.
 */
export async function interleaved<Name extends string>(
  works: Readonly<Record<Name, Timed>>,
  { rounds, runs }: Plan,
): Promise<Record<Name, Spread>> {
  const names = Object.keys(works) as Name[];
  const times = new Map(names.map((name): [Name, number[]] => [name, []]));
  for (let round = 0; round < rounds; round++)
    for (const name of round % 2 === 0 ? names : names.toReversed())
      times.get(name)!.push(...(await works[name](runs)));
  return Object.fromEntries(names.map((name) => [name, spreadOf(times.get(name)!)])) as Record<Name, Spread>;
}
