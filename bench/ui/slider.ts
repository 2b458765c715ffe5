import type { Page } from 'playwright';

/**
 * Moves a range slider step by step and times each step, ms: `work` is all script from the input event until the
 * page is free again (the overlay is redrawn by then), `shown` up to the task after the next frame, which holds the
 * wait for the screen's refresh and the rasterising.
 */
export async function slide(
  page: Page,
  testId: string,
  steps: number,
): Promise<{ work: number[]; shown: number[] }> {
  return page.evaluate(
    async ({ id, count }) => {
      const slider = document.querySelector<HTMLInputElement>(`input[data-testid="${id}"]`);
      if (!slider) throw new Error(`There is no slider ${id}.`);
      const nextTask = (): Promise<void> =>
        new Promise((resolve) => {
          const channel = new MessageChannel();
          channel.port1.onmessage = () => resolve();
          channel.port2.postMessage(null);
        });
      const nextFrame = (): Promise<void> =>
        new Promise((resolve) => requestAnimationFrame(() => void nextTask().then(resolve)));
      const [low, high] = [Number(slider.min), Number(slider.max)];
      const work: number[] = [];
      const shown: number[] = [];
      for (let step = 0; step < count; step++) {
        await nextFrame();
        slider.value = String(low + (high - low) * (0.2 + (0.6 * step) / count));
        const before = performance.now();
        slider.dispatchEvent(new Event('input', { bubbles: true }));
        await nextTask();
        work.push(performance.now() - before);
        await nextFrame();
        shown.push(performance.now() - before);
      }
      return { work, shown };
    },
    { id: testId, count: steps },
  );
}
