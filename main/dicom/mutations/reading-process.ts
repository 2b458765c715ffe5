import { readFileSync, writeFileSync } from 'node:fs';
import { seededRandom } from '../testing/random';
import type { Order, Outcome } from './messages';
import { mutate } from './mutate';
import { tryOut } from './trial';

/** A process of its own, so that what hangs can be ended, and what it holds can be measured. */
process.on('message', (order: Order) => void carryOut(order));

async function carryOut({ original, target, from, to }: Order): Promise<void> {
  const bytes = readFileSync(original);
  for (let seed = from; seed < to; seed++) {
    writeFileSync(target, mutate(bytes, seededRandom(seed)));
    process.send!(await outcomeOf(target, seed));
  }
}

async function outcomeOf(target: string, seed: number): Promise<Outcome> {
  const before = process.cpuUsage();
  const ended = await tryOut(target).then(
    ({ read, refused }) => ({ read, refused, fault: '' }),
    (thrown: unknown) => ({
      read: 0,
      refused: [],
      fault: thrown instanceof Error ? thrown.stack! : String(thrown),
    }),
  );
  const { user, system } = process.cpuUsage(before);
  const peakBytes = process.resourceUsage().maxRSS * 1024;
  return { seed, ...ended, milliseconds: (user + system) / 1000, peakBytes };
}
