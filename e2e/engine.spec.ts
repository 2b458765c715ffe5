import { join } from 'node:path';
import { expect, test } from './app';
import { demoFolder } from './places';
import { chooseModel, explain, processIdOf, untilRead, untilShown } from './window';

test('an engine that dies during a request is started again and nothing is lost', async ({ launch }) => {
  const { app, window } = await launch(demoFolder);
  await untilShown(window);
  await chooseModel(window, 'chest-honest');
  await window.getByTestId('comment').fill('Kept.');
  const engine = (await processIdOf(app, 'engine'))!;
  // Stopped first, so that the request is surely under way when the engine is killed.
  process.kill(engine, 'SIGSTOP');
  await window.getByTestId('explain').click();
  await expect(window.getByTestId('cancel')).toBeVisible();
  process.kill(engine, 'SIGKILL');
  await expect(window.getByText(/engine ended unexpectedly/)).toBeVisible();
  await expect.poll(() => processIdOf(app, 'engine')).not.toBe(engine);

  await explain(window);
  await expect(window.getByTestId('comment')).toHaveValue('Kept.');
  await expect(window.getByTestId('slice-number')).toBeVisible();
});

test('no report is written of an audit that can no longer follow the marks', async ({ launch }) => {
  const { app, window } = await launch(demoFolder);
  await untilShown(window);
  await chooseModel(window, 'chest-honest');
  await explain(window);
  const report = window.getByTestId('export-pdf');
  await expect(report).toBeEnabled();
  process.kill((await processIdOf(app, 'engine'))!, 'SIGKILL');
  await expect(window.getByTestId('audit-failure')).toBeVisible();
  await expect(report).toBeDisabled();
  await explain(window);
  await expect(report).toBeEnabled();
});

test('a request is cancelled at once, even when the engine does not listen', async ({ launch }) => {
  const { app, window } = await launch(demoFolder);
  await untilShown(window);
  await chooseModel(window, 'chest-honest');
  const engine = (await processIdOf(app, 'engine'))!;
  process.kill(engine, 'SIGSTOP');
  await window.getByTestId('explain').click();
  await window.getByTestId('cancel').click();
  await expect(window.getByTestId('explain')).toBeVisible();
  process.kill(engine, 'SIGCONT');
  await explain(window);
  await expect(window.getByTestId('problem')).toHaveCount(0);
});

test('the slice that is explained is the one asked for, though it is still being read', async ({
  launch,
}) => {
  const { app, window } = await launch(join(demoFolder, 'ct'));
  await untilRead(window);
  await chooseModel(window, 'chest-honest');
  const reader = (await processIdOf(app, 'reader'))!;
  process.kill(reader, 'SIGSTOP');
  await window.getByTestId('scrubber').fill('20');
  await window.getByTestId('explain').click();
  process.kill(reader, 'SIGCONT');
  await expect(window.getByTestId('slice-number')).toContainText('21 / 40');
  await expect(window.getByTestId('score-0')).toBeVisible();
});

test('a reader that dies is started again', async ({ launch }) => {
  const { app, window } = await launch(demoFolder);
  await untilShown(window);
  const reader = (await processIdOf(app, 'reader'))!;
  process.kill(reader, 'SIGKILL');
  await expect.poll(() => processIdOf(app, 'reader')).not.toBe(reader);
  await window.locator('[data-testid^="series-"]').last().click();
  await untilShown(window);
  await expect(window.getByTestId('problem')).toHaveCount(0);
});
