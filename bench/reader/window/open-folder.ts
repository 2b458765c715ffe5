import type { ElectronApplication, Page } from 'playwright';

/** What a person sees after opening a folder; ms from the moment at which the window was asked to open it. */
export interface Opening {
  readonly firstImage: number;
  readonly allListed: number;
  /** Files that had been read when the first image was on the screen. */
  readonly filesRead: number;
  /** The longest of the tasks that held the window up while files arrived, as Chromium tells of those over 50 ms; else 0. */
  readonly longestTask: number;
}

/** Opens a folder as the menu does, and watches the window by its own clock. */
export async function openFolder(
  app: ElectronApplication,
  page: Page,
  folder: string,
  files: number,
): Promise<Opening> {
  const seen = page.evaluate(watch, files);
  // The watch is in place before the window is asked: both go to the window in this order.
  await page.evaluate(() => undefined);
  await app.evaluate(({ BrowserWindow }, path) => {
    BrowserWindow.getAllWindows()[0]!.webContents.send('sightline:openPaths', { paths: [path] });
  }, folder);
  return seen;
}

/** Runs in the window. An image is on the screen in the frame after its canvas holds something that is not black. */
async function watch(files: number): Promise<Opening> {
  type Listen = (name: string, listener: (event: { opened: { files: number } }) => void) => void;
  const { on } = (window as unknown as { sightline: { on: Listen } }).sightline;
  const until = performance.now() + 60_000;
  const nextFrame = async (): Promise<number> => {
    if (performance.now() > until) throw new Error('The window did not show the folder within a minute.');
    return new Promise((resolve) => requestAnimationFrame(resolve));
  };
  let longestTask = 0;
  const observer = new PerformanceObserver((list) => {
    longestTask = Math.max(longestTask, ...list.getEntries().map(({ duration }) => duration));
  });
  let filesRead = 0;
  on('opened', ({ opened }) => (filesRead = opened.files));
  const began = await new Promise<number>((resolve) => on('openPaths', () => resolve(performance.now())));
  observer.observe({ type: 'longtask' });
  const dot = new OffscreenCanvas(1, 1).getContext('2d', { willReadFrequently: true })!;
  const isBright = (): boolean => {
    const canvas = document.querySelector<HTMLCanvasElement>('[data-testid="viewport"] canvas');
    if (!canvas || canvas.width === 0) return false;
    dot.clearRect(0, 0, 1, 1);
    dot.drawImage(canvas, canvas.width / 2, canvas.height / 2, 1, 1, 0, 0, 1, 1);
    return dot.getImageData(0, 0, 1, 1).data[0]! > 0;
  };
  const slicesListed = (): number =>
    Array.from(document.querySelectorAll('[data-testid^="series-"]'), (button) =>
      Number(/(\d+) (?:images|slices)/.exec(button.textContent)?.[1] ?? 0),
    ).reduce((sum, count) => sum + count, 0);
  while (!isBright()) await nextFrame();
  const [firstImage, read] = [(await nextFrame()) - began, filesRead];
  while (slicesListed() < files) await nextFrame();
  const allListed = (await nextFrame()) - began;
  // A task is told of in a later one.
  await new Promise((resolve) => setTimeout(resolve, 200));
  observer.disconnect();
  return { firstImage, allListed, filesRead: read, longestTask };
}
