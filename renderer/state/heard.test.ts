import { expect, it } from 'vitest';
import { Heard } from './heard';

it('waits for the last, whether it comes before or after the count is known', async () => {
  const heard = new Heard();
  heard.one();
  let done = false;
  const all = heard.until(2).then(() => (done = true));
  await Promise.resolve();
  expect(done).toBe(false);
  heard.one();
  await all;
  expect(done).toBe(true);
  await heard.until(2);
  await new Heard().until(0);
});
