import { type ElectronApplication, expect, type Page } from '@playwright/test';

/** Waits until the first slice of what was opened is on screen. */
export async function untilShown(window: Page): Promise<void> {
  await expect(window.getByTestId('slice-number')).toContainText(/\d+ \/ \d+/);
}

/** Waits until the first slice is on screen and everything that was opened is known. */
export async function untilRead(window: Page): Promise<void> {
  await untilShown(window);
  await expect(window.getByTestId('cancel-open')).toHaveCount(0);
}

/** Chooses a model by its folder's name and waits until it is loaded. */
export async function chooseModel(window: Page, name: string): Promise<void> {
  const select = window.getByTestId('model');
  const option = select.locator(`option[value$="/${name}"], option[value$="\\\\${name}"]`);
  await expect(option).toHaveCount(1);
  await select.selectOption((await option.getAttribute('value'))!);
  await expect(window.getByTestId('explain')).toBeEnabled();
}

/** Chooses a method by its id in the list of the panel. */
export async function chooseMethod(window: Page, id: string): Promise<void> {
  await window.getByTestId('method').click();
  await window.getByTestId(`method-${id}`).click();
  await expect(window.getByTestId('method')).toHaveAttribute('data-method', id);
}

/** Runs the model on the slice on screen and waits for the scores. */
export async function explain(window: Page): Promise<void> {
  await window.getByTestId('explain').click();
  await expect(window.getByTestId('score-0')).toBeVisible();
}

/** Digest of the pixels of a canvas as it is now. */
export function pixelsOf(window: Page, testId: string): Promise<string> {
  const canvas = window.getByTestId(testId);
  return canvas.evaluate(async (element) => {
    const inner = element instanceof HTMLCanvasElement ? element : element.querySelector('canvas')!;
    const { data } = inner.getContext('2d')!.getImageData(0, 0, inner.width, inner.height);
    const digest = await crypto.subtle.digest('SHA-256', data);
    return Array.from(new Uint8Array(digest), (byte) => byte.toString(16).padStart(2, '0')).join('');
  });
}

/** Sum of alpha over a canvas, and how many pixels are not clear. */
export function inkOf(window: Page, testId: string): Promise<{ alpha: number; pixels: number }> {
  return window.getByTestId(testId).evaluate((canvas: HTMLCanvasElement) => {
    const { data } = canvas.getContext('2d')!.getImageData(0, 0, canvas.width, canvas.height);
    let [alpha, pixels] = [0, 0];
    for (let i = 3; i < data.length; i += 4) {
      alpha += data[i]!;
      pixels += Number(data[i]! > 0);
    }
    return { alpha, pixels };
  });
}

/** Drags on the viewport between two points given as parts of its width and height. */
export async function drag(
  window: Page,
  from: readonly [number, number],
  to: readonly [number, number],
): Promise<void> {
  const { x, y, width, height } = (await window.getByTestId('viewport').boundingBox())!;
  await window.mouse.move(x + from[0] * width, y + from[1] * height);
  await window.mouse.down();
  await window.mouse.move(x + to[0] * width, y + to[1] * height, { steps: 5 });
  await window.mouse.up();
}

/** The id of a helper process of the application while it runs. */
export function processIdOf(
  app: ElectronApplication,
  name: 'engine' | 'reader',
): Promise<number | undefined> {
  return app.evaluate(
    ({ app: electron }, wanted) => electron.getAppMetrics().find((metric) => metric.name === wanted)?.pid,
    `Sightline ${name}`,
  );
}

/** Answers the next open dialogs with paths, as if a person had chosen them. */
export function answerOpenDialog(app: ElectronApplication, filePaths: readonly string[]): Promise<void> {
  return app.evaluate(({ dialog }, paths) => {
    dialog.showOpenDialog = () => Promise.resolve({ canceled: paths.length === 0, filePaths: [...paths] });
  }, filePaths);
}

/** Answers the next save dialogs with a path. */
export function answerSaveDialog(app: ElectronApplication, filePath: string): Promise<void> {
  return app.evaluate(({ dialog }, path) => {
    dialog.showSaveDialog = () => Promise.resolve({ canceled: false, filePath: path });
  }, filePath);
}
