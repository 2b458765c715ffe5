import { afterEach, expect, it } from 'vitest';
import { testFolder } from '../../dicom/testing/folder';
import { PersonError } from '../../process/errors';
import { HandLost } from './hand';
import { Thread } from './thread';

const folder = testFolder();

/** A thread that does to each task what it names. */
const file = folder.write(
  'thread.cjs',
  `const { parentPort } = require('node:worker_threads');
  parentPort.on('message', (task) => {
    if (task === 'exit') process.exit(3);
    if (task === 'throw') throw new Error('a fault of the thread');
    if (task === 'hang') for (;;);
    if (task === 'refuse')
      return parentPort.postMessage({ ok: false, problem: { kind: 'person', message: 'x is empty.' } });
    if (task === 'heap') for (const held = []; ; ) held.push(new Array(1e6).fill(1.5));
    parentPort.postMessage({ ok: true, result: task + '!' });
  });`,
);

const threads: Thread<string, string>[] = [];
function thread(): Thread<string, string> {
  return threads[threads.push(new Thread(file)) - 1]!;
}
afterEach(() => threads.splice(0).forEach((each) => each.end()));

it('does one task after the other', async () => {
  const hand = thread();
  expect(await hand.do('a')).toBe('a!');
  expect(await hand.do('b')).toBe('b!');
});

it('passes on what a task throws, of its own kind, and lives on', async () => {
  const hand = thread();
  const thrown = await hand.do('refuse').catch((why: unknown) => why);
  expect(thrown).toEqual(new PersonError('x is empty.'));
  expect(await hand.do('a')).toBe('a!');
});

it.each([
  ['exit', 'ended unexpectedly'],
  ['throw', 'a fault of the thread'],
])('is lost when the thread dies: %s', async (task, message) => {
  const hand = thread();
  await expect(hand.do(task)).rejects.toThrow(message);
  await expect(hand.do('a')).rejects.toBeInstanceOf(HandLost);
});

it('is lost, and the process is not, when a task wants more memory than a thread may have', async () => {
  await expect(new Thread<string, string>(file, 32).do('heap')).rejects.toBeInstanceOf(HandLost);
});

it('can be ended while it hangs', async () => {
  const hand = thread();
  const hung = hand.do('hang');
  hand.end();
  await expect(hung).rejects.toBeInstanceOf(HandLost);
});

it('is lost when there is no such file', async () => {
  const hand = new Thread<string, string>(`${file}.none`);
  await expect(hand.do('a')).rejects.toBeInstanceOf(HandLost);
});
