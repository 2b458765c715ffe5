import type { Page } from 'playwright';

/** Lets the page time the gaps between its own tasks: while one runs no other can, so the longest gap bounds it. */
export async function startWatch(page: Page): Promise<void> {
  await page.evaluate(() => {
    const watch = { longest: 0, last: performance.now(), on: true };
    const channel = new MessageChannel();
    channel.port1.onmessage = () => {
      const now = performance.now();
      watch.longest = Math.max(watch.longest, now - watch.last);
      watch.last = now;
      if (watch.on) channel.port2.postMessage(null);
    };
    channel.port2.postMessage(null);
    Object.assign(window, { taskWatch: watch });
  });
}

/** Ends the watch: the longest gap between two tasks, ms. */
export async function endWatch(page: Page): Promise<number> {
  return page.evaluate(() => {
    const watch = (window as unknown as { taskWatch: { longest: number; on: boolean } }).taskWatch;
    watch.on = false;
    return watch.longest;
  });
}
