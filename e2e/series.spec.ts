import { copyFileSync, mkdirSync, readdirSync, truncateSync } from 'node:fs';
import { join } from 'node:path';
import type { Page } from '@playwright/test';
import { expect, test } from './app';
import { demoFolder } from './places';
import { chooseModel, explain, inkOf, processIdOf, untilRead } from './window';

const ct = join(demoFolder, 'ct');

/** Runs the model over the series on screen, and waits until it is done. */
async function explainSeries(window: Page): Promise<void> {
  await window.getByTestId('explain-series').click();
  await expect(window.getByTestId('highest-score')).toBeVisible();
}

/** Clicks on the strip over a slice (from 0) of a series of so many. */
async function clickStrip(window: Page, index: number, count: number): Promise<void> {
  const strip = window.getByTestId('strip');
  const { width } = (await strip.boundingBox())!;
  await strip.click({ position: { x: 8 + (index * (width - 16)) / (count - 1), y: 10 } });
}

const hasMap = (window: Page) =>
  expect
    .poll(async () => (await inkOf(window, 'heat-map')).pixels, { message: 'a heat map' })
    .toBeGreaterThan(0);

test('a series is explained in one class, and each slice has its map when it is looked at', async ({
  launch,
}) => {
  const { window } = await launch(ct);
  await untilRead(window);
  await chooseModel(window, 'chest-shortcut');
  await explainSeries(window);
  await expect(window.getByTestId('run-line')).toContainText('“no nodule”');
  await expect(window.getByTestId('run-line')).toContainText('40 of 40 slices');
  await expect(window.getByTestId('score-0'), 'the highest of the slice on screen').toContainText(
    'no nodule',
  );
  await expect(window.getByTestId('strip')).toHaveAttribute(
    'aria-label',
    /on 40 of 40 slices: highest score/,
  );

  await clickStrip(window, 29, 40);
  await expect(window.getByTestId('slice-number')).toContainText('30 / 40');
  await hasMap(window);
  await expect(window.getByTestId('scrubber')).toHaveAttribute('aria-valuetext', /Slice 30 of 40\. .*peak/);
  await expect(window.getByTestId('strip-hover')).toContainText('Slice 30: ');

  const highest = (await window.getByTestId('highest-peak').textContent())!.match(/slice (\d+)/)![1]!;
  await window.keyboard.press('Shift+Home');
  await expect(window.getByTestId('slice-number')).toContainText(`${highest} / 40`);
});

test('a run that is given up ends, and another may begin', async ({ launch }) => {
  const { app, window } = await launch(ct);
  await untilRead(window);
  await chooseModel(window, 'chest-shortcut');
  await explain(window);
  // Stopped first, so that the run is surely under way when it is given up.
  const engine = (await processIdOf(app, 'engine'))!;
  process.kill(engine, 'SIGSTOP');
  await window.keyboard.press('Shift+Enter');
  await expect(window.getByTestId('run-progress')).toHaveText('0 of 40 slices');
  await window.keyboard.press('Escape');
  await expect(window.getByTestId('explain-series')).toBeVisible();
  process.kill(engine, 'SIGCONT');
  await explainSeries(window);
  await expect(window.getByTestId('run-line')).toContainText('40 of 40 slices');
});

test('a slice that cannot be read is left out and named', async ({ launch, folder }) => {
  const some = join(folder, 'some');
  mkdirSync(some);
  for (const file of readdirSync(ct).slice(0, 5)) copyFileSync(join(ct, file), join(some, file));
  truncateSync(join(some, '03.dcm'), 4_000);
  const { window } = await launch(some);
  await untilRead(window);
  await chooseModel(window, 'chest-shortcut');
  await explainSeries(window);
  await expect(window.getByTestId('run-line')).toContainText('4 of 5 slices');
  await expect(window.getByText(/1 slice was left out of the run.*03\.dcm/)).toBeVisible();
});

test('a map that the engine has lost is made anew when its slice is looked at', async ({ launch }) => {
  const { app, window } = await launch(ct);
  await untilRead(window);
  await chooseModel(window, 'chest-shortcut');
  await explainSeries(window);
  const lost = (await processIdOf(app, 'engine'))!;
  process.kill(lost, 'SIGKILL');
  await expect.poll(() => processIdOf(app, 'engine')).not.toBe(lost);
  await clickStrip(window, 34, 40);
  await expect(window.getByTestId('slice-number')).toContainText('35 / 40');
  await hasMap(window);
});
